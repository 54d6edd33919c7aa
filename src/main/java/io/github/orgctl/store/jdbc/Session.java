package io.github.orgctl.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction on its own connection. Closing rolls back uncommitted changes.
 *
 * <p>{@code exists} is false while the store has not been created; the session is then an empty store.
 */
public class Session {
    public final Connection connection;
    final boolean exists;

    public Session(Connection connection, boolean exists) {
        this.connection = connection;
        this.exists = exists;
    }

    /** Whether the store exists. */
    public boolean exists() {
        return exists;
    }

    public void commit() throws SQLException {
        // Not commit(): SQLite's driver would begin the next transaction immediately and acquire the write lock again.
        connection.setAutoCommit(true);
    }

    public void close() {
        try {
            connection.close();
        } catch (SQLException nothingToLose) {
            // Errors on close don't matter: changes are either committed or rolled back.
        }
    }
}
