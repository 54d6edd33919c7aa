package io.github.orgctl.store.jdbc;

import java.sql.Connection;

/** The statements that derive from the columns of a table. */
public final class Columns<K> {
    private final String table;
    private final Column<K>[] all;

    public Columns(String table, Column<K>[] all) {
        this.table = table;
        this.all = all;
    }

    /** {@code SELECT} with all that is read, up to {@code FROM}. */
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
     * @param given the values of the columns that the resource does not have, each a String, a Long or null
     */
    public void insert(Connection connection, K row, Object... given) {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (Column<K> column : all) {
            if (column.use().isInserted()) {
                names.append(names.length() == 0 ? "" : ", ")
                        .append(column.use().column());
                values.append(values.length() == 0 ? "?" : ", ?");
            }
        }
        Sql insert = new Sql(connection, "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")");
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
     * @param more to be set beside the columns of the resource, with a comma before it; or empty
     */
    public void update(Connection connection, K row, String more) {
        StringBuilder edited = new StringBuilder();
        StringBuilder keys = new StringBuilder();
        for (Column<K> column : all) {
            if (column.use().isEdited()) {
                edited.append(edited.length() == 0 ? "" : ", ")
                        .append(column.use().column())
                        .append(" = ?");
            } else if (column.use().isPrimary()) {
                keys.append(keys.length() == 0 ? "" : " AND ")
                        .append(column.use().column())
                        .append(" = ?");
            }
        }
        Sql update = new Sql(connection, "UPDATE " + table + " SET " + edited + more + " WHERE " + keys);
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
}
