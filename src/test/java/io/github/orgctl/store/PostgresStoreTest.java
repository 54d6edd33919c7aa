package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresStoreTest extends StoreContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
