package io.github.orgctl.store.jdbc;

import java.sql.Connection;

/** The SQL statements derived from the columns of a table. */
public final class Columns<K> {
    private final String table;
    private final Column<K>[] all;

    public Columns(String table, Column<K>[] all) {
        this.table = table;
        this.all = all;
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
        Sql insert = new Sql(connection, "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")" + more);
        int next = 0;
        for (Column<K> column : all) {
            if (column.use().isInserted()) {
                insert.withKept(column.use().isGiven() ? given[next++] : column.of(row));
            }
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
        Sql update = new Sql(connection, "UPDATE " + table + " SET " + edited + more + byKey());
        for (Column<K> column : all) {
            if (column.use().isEdited()) {
                update.withKept(column.of(row));
            }
        }
        for (Column<K> column : all) {
            if (column.use().isPrimary()) {
                update.withKept(column.of(row));
            }
        }
        update.run();
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
