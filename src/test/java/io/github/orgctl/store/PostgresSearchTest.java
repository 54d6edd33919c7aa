package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresSearchTest extends SearchContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
