package io.github.orgctl.store;

import io.github.orgctl.store.table.AuditContract;
import java.sql.SQLException;

class PostgresAuditTest extends AuditContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
