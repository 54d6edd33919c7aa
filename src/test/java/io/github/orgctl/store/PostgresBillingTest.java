package io.github.orgctl.store;

import io.github.orgctl.store.table.BillingContract;
import java.sql.SQLException;

public class PostgresBillingTest extends BillingContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
