package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresMemberTest extends MemberContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }
}
