package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresTokenTest extends TokenContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
