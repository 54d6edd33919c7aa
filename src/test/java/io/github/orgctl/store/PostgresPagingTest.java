package io.github.orgctl.store;

import io.github.orgctl.store.table.PagingContract;
import java.sql.SQLException;

class PostgresPagingTest extends PagingContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
