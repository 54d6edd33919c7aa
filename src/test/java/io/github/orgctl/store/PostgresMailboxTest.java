package io.github.orgctl.store;

import io.github.orgctl.store.jdbc.MailboxContract;
import java.sql.SQLException;

class PostgresMailboxTest extends MailboxContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }

    @Override
    public void outdate() throws SQLException {
        sql("DELETE FROM orgctl_schema WHERE version > 6");
    }
}
