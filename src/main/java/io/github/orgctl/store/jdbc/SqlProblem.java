package io.github.orgctl.store.jdbc;

import java.sql.SQLException;

/** Unchecked wrapper that carries a driver error through the services to the store, which translates it. */
public final class SqlProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException reported;

    public SqlProblem(SQLException reported) {
        super(reported);
        this.reported = reported;
    }

    public SQLException reported() {
        return reported;
    }
}
