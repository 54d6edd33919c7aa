package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresSecretTest extends SecretContract {
    @Override
    Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
