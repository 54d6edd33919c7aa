package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresAuditTest extends AuditContract {
    @Override
    Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
