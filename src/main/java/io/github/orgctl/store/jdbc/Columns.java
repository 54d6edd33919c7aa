package io.github.orgctl.store.jdbc;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** The SQL statements derived from the columns of a table. */
public final class Columns<K> {
    private final String table;
    private final Column<K>[] all;
    private final boolean hasChecksum;

    public Columns(String table, Column<K>[] all) {
        this(table, all, false);
    }

    private Columns(String table, Column<K>[] all, boolean hasChecksum) {
        this.table = table;
        this.all = all;
        this.hasChecksum = hasChecksum;
    }

    /** Columns of a table whose rows have a checksum, in a column besides these. */
    public static <K> Columns<K> withChecksum(String table, Column<K>[] all) {
        return new Columns<>(table, all, true);
    }

    /** {@code SELECT} with all columns that are read, up to and including {@code FROM}. */
    public String select() {
        StringBuilder text = new StringBuilder("SELECT ");
        for (Column<K> column : all) {
            if (!column.use().isGiven()) {
                text.append(column.ordinal() == 0 ? "" : ", ")
                        .append(column.use().expression());
            }
        }
        return text.append(" FROM ").toString();
    }

    /**
     * @param given values of the columns that are not part of the resource; each a String, a Long or null
     */
    public void insert(Connection connection, K row, Object... given) {
        insert(connection, "", row, given);
    }

    /** Inserts a row, or updates the row with the same primary key (an upsert). */
    public void put(Connection connection, K row) {
        StringBuilder keys = new StringBuilder();
        StringBuilder edited = new StringBuilder();
        for (Column<K> column : all) {
            String name = column.use().column();
            if (column.use().isPrimary()) {
                keys.append(keys.length() == 0 ? "" : ", ").append(name);
            } else if (column.use().isEdited()) {
                edited.append(edited.length() == 0 ? "" : ", ")
                        .append(name)
                        .append(" = excluded.")
                        .append(name);
            }
        }
        if (hasChecksum) {
            edited.append(", ")
                    .append(RowChecksum.COLUMN)
                    .append(" = excluded.")
                    .append(RowChecksum.COLUMN);
        }
        insert(connection, " ON CONFLICT (" + keys + ") DO UPDATE SET " + edited, row);
    }

    private void insert(Connection connection, String more, K row, Object... given) {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (Column<K> column : all) {
            if (column.use().isInserted()) {
                names.append(names.length() == 0 ? "" : ", ")
                        .append(column.use().column());
                values.append(values.length() == 0 ? "?" : ", ?");
            }
        }
        if (hasChecksum) {
            names.append(", ").append(RowChecksum.COLUMN);
            values.append(", ?");
        }
        Sql insert = new Sql(connection, "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")" + more);
        int next = 0;
        for (Column<K> column : all) {
            if (column.use().isInserted()) {
                insert.withKept(column.use().isGiven() ? given[next++] : column.of(row));
            }
        }
        if (hasChecksum) {
            insert.with(checksum(row));
        }
        insert.run();
    }

    public void update(Connection connection, K row) {
        update(connection, row, "");
    }

    /**
     * @param more additional assignments, starting with a comma; may be empty
     */
    public void update(Connection connection, K row, String more) {
        StringBuilder edited = new StringBuilder();
        for (Column<K> column : all) {
            if (column.use().isEdited()) {
                edited.append(edited.length() == 0 ? "" : ", ")
                        .append(column.use().column())
                        .append(" = ?");
            }
        }
        if (hasChecksum) {
            edited.append(", ").append(RowChecksum.COLUMN).append(" = ?");
        }
        Sql update = new Sql(connection, "UPDATE " + table + " SET " + edited + more + byKey());
        for (Column<K> column : all) {
            if (column.use().isEdited()) {
                update.withKept(column.of(row));
            }
        }
        if (hasChecksum) {
            update.with(checksum(row));
        }
        for (Column<K> column : all) {
            if (column.use().isPrimary()) {
                update.withKept(column.of(row));
            }
        }
        update.run();
    }

    private long checksum(K row) {
        RowChecksum sum = new RowChecksum();
        for (Column<K> column : all) {
            if (column.use().isSummed()) {
                sum.add(column.of(row));
            }
        }
        return sum.value();
    }

    /** The first values of the rows that differ from their checksums. */
    public List<String> damaged(Connection connection) {
        StringBuilder summed = new StringBuilder();
        int count = 0;
        for (Column<K> column : all) {
            if (column.use().isSummed()) {
                summed.append(column.use().column()).append(", ");
                count++;
            }
        }
        List<String> damaged = new ArrayList<>();
        String where = " FROM " + table + " WHERE " + RowChecksum.COLUMN + " IS NOT NULL";
        try (Sql row = new Sql(connection, "SELECT " + summed + RowChecksum.COLUMN + where)) {
            while (row.next()) {
                RowChecksum sum = new RowChecksum();
                for (int place = 1; place <= count; place++) {
                    sum.add(row.object(place));
                }
                if (sum.value() != row.number(count + 1)) {
                    damaged.add(table + " " + row.object(1));
                }
            }
        }
        return damaged;
    }

    /** Deletes the row with the same key. */
    public void delete(Connection connection, K row) {
        delete(connection, row, "");
    }

    /**
     * @param more additional conditions on the row, starting with {@code AND}; may be empty
     */
    public void delete(Connection connection, K row, String more) {
        Sql delete = new Sql(connection, "DELETE FROM " + table + byKey() + more);
        for (Column<K> column : all) {
            if (column.use().isPrimary()) {
                delete.withKept(column.of(row));
            }
        }
        delete.run();
    }

    private String byKey() {
        StringBuilder keys = new StringBuilder();
        for (Column<K> column : all) {
            if (column.use().isPrimary()) {
                keys.append(keys.length() == 0 ? " WHERE " : " AND ")
                        .append(column.use().column())
                        .append(" = ?");
            }
        }
        return keys.toString();
    }
}
