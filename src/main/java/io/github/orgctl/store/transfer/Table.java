package io.github.orgctl.store.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table as described by the database.
 *
 * @param columns stored columns, without generated ones
 * @param key names of the primary key's columns
 * @param references names of the tables that its foreign keys refer to
 */
record Table(String name, List<Column> columns, List<String> key, Set<String> references) {
    /**
     * A column.
     *
     * @param isText whether the column holds text; otherwise an integer
     */
    record Column(String name, boolean isText) {}

    List<String> columnNames() {
        List<String> names = new ArrayList<>(columns.size());
        for (Column column : columns) {
            names.add(column.name());
        }
        return names;
    }

    /** Query for all rows in primary key order. */
    String select() {
        return "SELECT " + String.join(", ", columnNames()) + " FROM " + name + " ORDER BY " + String.join(", ", key);
    }

    /** Statement that inserts a row. */
    String insert(List<String> names, String overriding) {
        return "INSERT INTO " + name + " (" + String.join(", ", names) + ")" + overriding + " VALUES (?"
                + ", ?".repeat(names.size() - 1) + ")";
    }
}
