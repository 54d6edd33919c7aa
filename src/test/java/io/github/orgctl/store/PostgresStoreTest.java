package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresStoreTest extends StoreContract {
    @Override
    Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
