package io.github.orgctl.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One transaction on a connection of its own, already begun. Closing takes back what was not committed.
 *
 * <p>{@code exists} is false while the store has not been created: what is seen then is an empty stand-in for it.
 */
public class Session {
    public final Connection connection;
    final boolean exists;

    public Session(Connection connection, boolean exists) {
        this.connection = connection;
        this.exists = exists;
    }

    public void commit() throws SQLException {
        // Rather than commit(), which in SQLite's driver begins the next transaction at once and takes the lock again.
        connection.setAutoCommit(true);
    }

    public void close() {
        try {
            connection.close();
        } catch (SQLException nothingToLose) {
            // Committed work is safe by now, and the rest was to be taken back anyway.
        }
    }
}
