package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresBillingTest extends BillingContract {
    @Override
    Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
