package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresConfigurationTest extends ConfigurationContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
