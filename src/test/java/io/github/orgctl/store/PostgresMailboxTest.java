package io.github.orgctl.store;

import java.sql.SQLException;

class PostgresMailboxTest extends MailboxContract {
    @Override
    Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }

    @Override
    void outdate() throws SQLException {
        sql("DELETE FROM orgctl_schema WHERE version > 6");
    }
}
