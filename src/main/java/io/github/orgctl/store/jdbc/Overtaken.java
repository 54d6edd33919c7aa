package io.github.orgctl.store.jdbc;

import java.sql.SQLException;

/** Another process created or migrated the store at the same time. A retry uses the other process's result. */
public final class Overtaken extends SQLException {
    private static final long serialVersionUID = 1L;

    public Overtaken(Throwable cause) {
        super("another process created the store in the meantime", cause);
    }
}
