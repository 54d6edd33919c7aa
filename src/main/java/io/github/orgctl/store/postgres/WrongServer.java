package io.github.orgctl.store.postgres;

import java.sql.SQLException;

/** The server is not of the kind that was asked for. In a switchover there is none of it for some seconds. */
final class WrongServer extends SQLException {
    private static final long serialVersionUID = 1L;

    WrongServer(String message) {
        super(message);
    }
}
