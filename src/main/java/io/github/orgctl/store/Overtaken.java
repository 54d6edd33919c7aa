package io.github.orgctl.store;

import java.sql.SQLException;

/** Another process created or changed the store's structure meanwhile. Running the work again uses the other's. */
final class Overtaken extends SQLException {
    private static final long serialVersionUID = 1L;

    Overtaken(Throwable cause) {
        super("another process created the store meanwhile", cause);
    }
}
