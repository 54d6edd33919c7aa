package io.github.orgctl.store.transfer;

import io.github.orgctl.core.port.StoreContent;
import io.github.orgctl.core.port.StoreTransfer;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import io.github.orgctl.store.sqlite.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads or replaces all rows of a store, independent of its database. */
public final class Transfer implements StoreTransfer {
    private final Session session;
    private final Connection connection;
    private final Dialect dialect;
    private final List<Table> tables;

    public Transfer(Session session, Dialect dialect) {
        this(session, dialect, Catalog.current());
    }

    /** Transfer for a SQLite store of an earlier version. */
    public static Transfer ofSqlite(Session session, Dialect dialect) {
        return new Transfer(session, dialect, Catalog.of(session.connection));
    }

    private Transfer(Session session, Dialect dialect, List<Table> tables) {
        this.session = session;
        this.connection = session.connection;
        this.dialect = dialect;
        this.tables = tables;
    }

    @Override
    public Path file() {
        return dialect.file();
    }

    @Override
    public String location() {
        return dialect.location();
    }

    @Override
    public boolean exists() {
        return session.exists();
    }

    @Override
    public int schemaVersion() {
        try {
            return dialect.version(connection);
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    @Override
    public long rows() {
        long rows = 0;
        for (Table table : tables) {
            rows += count(table);
        }
        return rows;
    }

    private long count(Table table) {
        try (Sql row = new Sql(connection, "SELECT COUNT(*) FROM " + table.name())) {
            row.next();
            return row.number(1);
        }
    }

    @Override
    public boolean isUntouched() {
        try {
            Session empty = Sqlite.standIn();
            try {
                for (Table table : tables) {
                    if (!new SameRows(table, empty.connection, connection).hold()) {
                        return false;
                    }
                }
                return true;
            } finally {
                empty.close();
            }
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    @Override
    public StoreContent content() {
        return new TableReader(connection, dialect, tables);
    }

    @Override
    public void replaceWith(StoreContent other, long epoch) {
        try {
            dialect.beginLoad(connection);
            List<Table> reversed = new ArrayList<>(tables);
            Collections.reverse(reversed);
            for (Table table : reversed) {
                new Sql(connection, "DELETE FROM " + table.name()).run();
            }
            try (TableLoader loader = new TableLoader(connection, dialect, tables)) {
                other.passTo(loader);
                loader.end();
            }
            new Sql(connection, "UPDATE " + Catalog.IDENTITY + " SET epoch = ?")
                    .with(epoch)
                    .run();
            for (Table table : tables) {
                dialect.endLoad(connection, table.name());
            }
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }
}
