package io.github.orgctl.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.BusyHandler;
import org.sqlite.jdbc4.JDBC4Connection;

/** A connection to a SQLite file, registered with {@link PlainHandles} while it is open. */
final class SqliteConnection extends JDBC4Connection {
    private static final int MOST_IDLE = 100;

    private final Map<String, ReusableStatement> idle = new HashMap<>();
    private LockWait wait;
    private boolean closed;

    private SqliteConnection(String file, Properties properties) throws SQLException {
        // Bypasses the driver's entry class, whose registration and logging slow down start-up.
        super("jdbc:sqlite:" + file, file, properties);
    }

    /**
     * @param wait busy handler; null gives up immediately
     */
    static SqliteConnection open(String file, Properties properties, LockWait wait) throws SQLException {
        PlainHandles.connecting();
        SqliteConnection connection = null;
        try {
            connection = new SqliteConnection(file, properties);
            if (wait != null) {
                connection.wait = wait;
                BusyHandler.setHandler(connection, wait);
            }
            return connection;
        } finally {
            if (connection == null) {
                PlainHandles.disconnected();
            }
        }
    }

    /** Prepares a statement, or reuses an idle one with the same text. */
    @Override
    public PreparedStatement prepareStatement(String text) throws SQLException {
        ReusableStatement reused = idle.remove(text);
        return reused == null ? new ReusableStatement(this, text) : reused;
    }

    /** Returns a statement to the cache; false if the cache is full. */
    boolean keep(String text, ReusableStatement statement) {
        if (closed || idle.size() >= MOST_IDLE) {
            return false;
        }
        ReusableStatement kept = idle.putIfAbsent(text, statement);
        return kept == null || kept == statement;
    }

    @Override
    public void close() throws SQLException {
        try {
            super.close();
        } finally {
            if (!closed) {
                closed = true;
                if (wait != null) {
                    wait.end();
                }
                PlainHandles.disconnected();
            }
        }
    }
}
