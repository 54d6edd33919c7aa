package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Truncates the write-ahead log, which still contains deleted pages. A store created before {@code secure_delete} was
 * enabled is vacuumed once.
 */
final class SqliteScrub {
    private static final int BUSY = 5;

    private final Connection connection;

    /**
     * @param connection connection without a transaction
     */
    SqliteScrub(Connection connection) {
        this.connection = connection;
    }

    Store.Scrub run() throws SQLException {
        try {
            if (!isScrubbed()) {
                Sqlite.execute(connection, "VACUUM");
                Sqlite.execute(connection, "UPDATE store SET scrubbed = 1");
            }
        } catch (SQLException problem) {
            if ((problem.getErrorCode() & 0xff) == BUSY) {
                return Store.Scrub.HELD;
            }
            throw problem;
        }
        return isLogCleared() ? Store.Scrub.DONE : Store.Scrub.HELD;
    }

    private boolean isScrubbed() {
        try (Sql query = new Sql(connection, "SELECT scrubbed FROM store")) {
            return query.next() && query.number(1) == 1;
        }
    }

    /** If another connection is reading, the checkpoint fails without an error: only its result row shows it. */
    private boolean isLogCleared() {
        try (Sql query = new Sql(connection, "PRAGMA wal_checkpoint(TRUNCATE)")) {
            return query.next() && query.number(1) == 0;
        }
    }
}
