package io.github.orgctl.store.sqlite;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A prepared statement that returns to its connection's cache on close, so that the same SQL is compiled only once. */
final class ReusableStatement extends JDBC4PreparedStatement {
    private final SqliteConnection owner;
    private boolean isReusable = true;

    ReusableStatement(SqliteConnection owner, String text) throws SQLException {
        super(owner, text);
        this.owner = owner;
    }

    /** Unlike a query or an update, the statement may be left unfinished, so it is not reused. */
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
