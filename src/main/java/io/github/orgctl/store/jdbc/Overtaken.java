package io.github.orgctl.store.jdbc;

import java.sql.SQLException;

/** Another process created or changed the store's structure meanwhile. Running the work again uses the other's. */
public final class Overtaken extends SQLException {
    private static final long serialVersionUID = 1L;

    public Overtaken(Throwable cause) {
        super("another process created the store in the meantime", cause);
    }
}
