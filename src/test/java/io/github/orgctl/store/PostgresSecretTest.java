package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresSecretTest extends SecretContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
