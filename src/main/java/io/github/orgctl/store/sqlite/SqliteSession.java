package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Overtaken;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A change of an existing store. Each commit includes the store's id, by which {@link SqliteLog} recognizes its
 * write-ahead log.
 */
public final class SqliteSession extends Session {
    private final SqliteFile store;
    private final Object identity;
    private final long changesBefore;

    /**
     * @param identity identity of the file that was to be opened
     */
    SqliteSession(Connection connection, SqliteFile store, Object identity) {
        super(connection, true);
        this.store = store;
        this.identity = identity;
        this.changesBefore = changes(connection);
    }

    /**
     * @throws Overtaken if the store's file was replaced or deleted meanwhile, so that nobody would see the change
     */
    @Override
    public void commit() throws SQLException {
        if (!identity.equals(store.identity())) {
            throw new Overtaken(null);
        }
        if (changes(connection) != changesBefore) {
            Sqlite.execute(connection, "UPDATE store SET changes = changes + 1");
        }
        super.commit();
        if (!identity.equals(store.identity())) {
            throw new Failure(
                    Failure.Kind.BUSY,
                    "it is not known whether the change was made: the store " + store.shown()
                            + " was replaced while it was committed",
                    Advice.CHECK_BEFORE_RETRYING.of());
        }
    }

    /** Number of rows changed by this connection. */
    static long changes(Connection connection) {
        try (Sql query = new Sql(connection, "SELECT total_changes()")) {
            query.next();
            return query.number(1);
        }
    }
}
