package io.github.orgctl.store.postgres;

import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** The identity columns of a table. */
final class NumberedColumns {
    private final Connection connection;
    private final String table;

    NumberedColumns(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /** Restarts each sequence after the column's highest value. */
    void restart() {
        for (String column : names()) {
            long next;
            try (Sql row = new Sql(connection, "SELECT COALESCE(MAX(" + column + "), 0) + 1 FROM " + table)) {
                row.next();
                next = row.number(1);
            }
            new Sql(connection, "ALTER TABLE " + table + " ALTER COLUMN " + column + " RESTART WITH " + next).run();
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                                + " AND table_name = ? AND is_identity = 'YES'")
                .with(table)) {
            while (row.next()) {
                names.add(row.text(1));
            }
        }
        return names;
    }
}
