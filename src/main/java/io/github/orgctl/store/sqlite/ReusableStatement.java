package io.github.orgctl.store.sqlite;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that goes back to its connection when it is closed, so that the same text need not be compiled again. */
final class ReusableStatement extends JDBC4PreparedStatement {
    private final SqliteConnection owner;
    private boolean isReusable = true;

    ReusableStatement(SqliteConnection owner, String text) throws SQLException {
        super(owner, text);
        this.owner = owner;
    }

    /** Unlike a query or an update, it may be left half-way. */
    @Override
    public boolean execute() throws SQLException {
        isReusable = false;
        return super.execute();
    }

    @Override
    public void close() throws SQLException {
        if (isClosed() || !isReusable || batchQueryCount > 0 || !owner.keep(sql, this)) {
            super.close();
        } else {
            rs.close();
        }
    }
}
