package io.github.orgctl.store.sqlite;

import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** A change of an existing store. What it commits names the store, by which {@link SqliteLog} knows whose log it is in. */
public final class SqliteSession extends Session {
    private final long changesBefore;

    SqliteSession(Connection connection) {
        super(connection, true);
        this.changesBefore = changes(connection);
    }

    @Override
    public void commit() throws SQLException {
        if (changes(connection) != changesBefore) {
            Sqlite.execute(connection, "UPDATE store SET changes = changes + 1");
        }
        super.commit();
    }

    /** Number of rows changed by the connection. */
    static long changes(Connection connection) {
        try (Sql query = new Sql(connection, "SELECT total_changes()")) {
            query.next();
            return query.number(1);
        }
    }
}
