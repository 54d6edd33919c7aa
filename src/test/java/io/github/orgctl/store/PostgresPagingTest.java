package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresPagingTest extends PagingContract {
    @Override
    Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
