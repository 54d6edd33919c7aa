package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresMemberTest extends MemberContract {
    @Override
    Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
