package io.github.orgctl.store;

import java.sql.SQLException;

/** Carries what the driver reported through the services to {@link JdbcStore}, which alone translates it. */
final class SqlProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException reported;

    SqlProblem(SQLException reported) {
        super(reported);
        this.reported = reported;
    }

    SQLException reported() {
        return reported;
    }
}
