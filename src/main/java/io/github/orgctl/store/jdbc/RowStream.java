package io.github.orgctl.store.jdbc;

import java.util.ArrayList;
import java.util.List;

/** Maps rows to one type of resource, with its sortable columns. */
public abstract class RowStream<K> extends RowReader<K> {
    public abstract Column<K>[] columns();

    /** All columns that users may sort by. */
    public final List<Column<K>> sortable() {
        List<Column<K>> sortable = new ArrayList<>();
        for (Column<K> column : columns()) {
            if (column.use().isSorted()) {
                sortable.add(column);
            }
        }
        return sortable;
    }
}
