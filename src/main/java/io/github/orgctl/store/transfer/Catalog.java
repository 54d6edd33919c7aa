package io.github.orgctl.store.transfer;

import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import io.github.orgctl.store.sqlite.Sqlite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables of a store, read from a SQLite database created by the migrations rather than listed twice. PostgreSQL has
 * the same tables and columns.
 */
final class Catalog {
    /** Table with the store's identity, which is never copied to another store. */
    static final String IDENTITY = "store";

    private Catalog() {}

    /** The tables of a current store in dependency order: each after the tables it references. */
    static List<Table> current() {
        try {
            Session empty = Sqlite.standIn();
            try {
                return of(empty.connection);
            } finally {
                empty.close();
            }
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** The tables of a SQLite database in dependency order: each after the tables it references. */
    static List<Table> of(Connection connection) {
        List<Table> left = new ArrayList<>();
        try (Sql row = new Sql(
                connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'")) {
            while (row.next()) {
                if (!row.text(1).equals(IDENTITY)) {
                    left.add(table(connection, row.text(1)));
                }
            }
        }
        left.sort((one, other) -> one.name().compareTo(other.name()));
        List<Table> sorted = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (!left.isEmpty()) {
            Table next = firstPlaceable(left, placed);
            left.remove(next);
            sorted.add(next);
            placed.add(next.name());
        }
        return sorted;
    }

    private static Table firstPlaceable(List<Table> left, Set<String> placed) {
        for (Table table : left) {
            Set<String> missing = new HashSet<>(table.references());
            missing.removeAll(placed);
            missing.remove(table.name());
            if (missing.isEmpty()) {
                return table;
            }
        }
        throw new IllegalStateException("tables refer to each other in a circle: " + left);
    }

    private static Table table(Connection connection, String name) {
        List<Table.Column> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        // Excludes generated columns.
        try (Sql row = new Sql(
                        connection, "SELECT name, type, pk FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid")
                .with(name)) {
            while (row.next()) {
                columns.add(new Table.Column(row.text(1), row.text(2).equals("TEXT")));
            }
        }
        try (Sql row =
                new Sql(connection, "SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk").with(name)) {
            while (row.next()) {
                key.add(row.text(1));
            }
        }
        Set<String> references = new TreeSet<>();
        try (Sql row = new Sql(connection, "SELECT \"table\" FROM pragma_foreign_key_list(?)").with(name)) {
            while (row.next()) {
                references.add(row.text(1));
            }
        }
        return new Table(name, columns, key, references);
    }
}
