package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresConfigurationTest extends ConfigurationContract {
    @Override
    Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
