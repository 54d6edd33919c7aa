package io.github.orgctl.store.postgres;

import io.github.orgctl.core.port.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Begins transactions: their isolation level, time limits and search path, which hold for one transaction only. */
final class TransactionStart {
    private static final String UNSUPPORTED = "0A000";
    private static final String SYNTAX_ERROR = "42601";

    /** Lock timeout of a statement. When it expires, the whole transaction is retried. */
    private static final long LOCK_MILLIS = 5_000;

    private final PostgresAddress address;
    private final long lockMillis;

    /**
     * @param waitMillis how long a transaction waits for others
     */
    TransactionStart(PostgresAddress address, long waitMillis) {
        this.address = address;
        this.lockMillis = Math.max(1, Math.min(LOCK_MILLIS, waitMillis));
    }

    /** Begins a transaction and applies its settings, in one round trip. */
    void of(Connection connection, Store.Purpose purpose) throws SQLException {
        of(connection, purpose, "");
    }

    /**
     * @param lock statement to append to the settings; empty for none
     */
    void of(Connection connection, Store.Purpose purpose, String lock) throws SQLException {
        try {
            execute(connection, settings(purpose) + lock);
        } catch (SQLException problem) {
            if (purpose != Store.Purpose.DUMP || !isUnsupported(problem)) {
                throw problem;
            }
            // A standby has no serializable transactions, and compatible servers have none that are deferrable.
            connection.rollback();
            execute(connection, settings(Store.Purpose.READ) + lock);
        }
    }

    private static boolean isUnsupported(SQLException problem) {
        return UNSUPPORTED.equals(problem.getSQLState()) || SYNTAX_ERROR.equals(problem.getSQLState());
    }

    private static void execute(Connection connection, String settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
        }
    }

    private String settings(Store.Purpose purpose) {
        StringBuilder settings = new StringBuilder("SET TRANSACTION ISOLATION LEVEL ").append(isolation(purpose));
        settings.append("; SET LOCAL lock_timeout = ").append(purpose == Store.Purpose.NOTE ? 10 : lockMillis);
        settings.append("; SET LOCAL statement_timeout = ").append(statementMillis());
        // Otherwise a process that was stopped, or whose machine is gone, would hold its locks and its snapshot
        // forever.
        settings.append("; SET LOCAL idle_in_transaction_session_timeout = ")
                .append(purpose.isRead() ? "'60s'" : "'8s'");
        return address.schema() == null
                ? settings.toString()
                : settings.append(searchPath(address.schema())).toString();
    }

    private static String isolation(Store.Purpose purpose) {
        if (purpose == Store.Purpose.READ) {
            return "REPEATABLE READ, READ ONLY";
        }
        return purpose == Store.Purpose.DUMP ? "SERIALIZABLE, READ ONLY, DEFERRABLE" : "SERIALIZABLE, READ WRITE";
    }

    /** Sets a plain name without a query, because a query would take the snapshot before the lock. */
    private static String searchPath(String schema) {
        boolean isPlain = true;
        for (int i = 0; i < schema.length(); i++) {
            char c = schema.charAt(i);
            isPlain &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
        }
        return isPlain
                ? "; SET LOCAL search_path = '" + schema + "'"
                : "; SELECT set_config('search_path', '" + schema.replace("'", "''") + "', true)";
    }

    /** Slightly less than the client-side timeout, so that the server cancels the statement and reports it. */
    long statementMillis() {
        return address.socketSeconds() * 1_000L - 500;
    }
}
