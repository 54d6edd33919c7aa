package io.github.orgctl.store.postgres;

import java.sql.SQLException;

/** The server is not of the requested kind. During a failover there may be none of that kind for some seconds. */
final class WrongServer extends SQLException {
    private static final long serialVersionUID = 1L;

    WrongServer(String message) {
        super(message);
    }
}
