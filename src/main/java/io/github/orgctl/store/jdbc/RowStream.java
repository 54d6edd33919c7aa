package io.github.orgctl.store.jdbc;

import java.util.ArrayList;
import java.util.List;

/** Reader for the rows of one resource, with its sort keys. */
public abstract class RowStream<K> extends RowReader<K> {
    public abstract Column<K>[] columns();

    /** All that a user may sort by. */
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
