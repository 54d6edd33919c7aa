package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.Listing;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A list with keyset pagination. The rows after a given row are read with one query per sort key: first the rows that
 * share all keys but the last and are greater in the last, then the rows that share one key less, and so on. Each query
 * is an index range scan, which a single row-value comparison would not be, so starting at row 1,000,000 costs as much
 * as starting at the first.
 */
public final class Keyset<K> implements Listing<K> {
    /** A column in a sort order. */
    private record Key<K>(Column<K> column, boolean reversed) {}

    private final Connection connection;
    private final RowStream<K> rows;
    private final String select;
    private final List<String> parameters;
    private final Page<K> page;
    private final List<Key<K>> order;
    private Column<K> group;
    private String firstOfEachGroup = "";

    /**
     * @param select query up to the end of its non-empty WHERE clause
     * @param owner the query's only parameter
     * @param own the list's default order, which must be unique per row
     * @throws Failure USAGE if the page requests an order by a field that is not sortable
     */
    @SafeVarargs
    public Keyset(
            Connection connection, RowStream<K> rows, String select, String owner, Page<K> page, Column<K>... own) {
        this(connection, rows, select, List.of(owner), page, own);
    }

    /**
     * @param parameters parameters of the query
     */
    @SafeVarargs
    public Keyset(
            Connection connection,
            RowStream<K> rows,
            String select,
            List<String> parameters,
            Page<K> page,
            Column<K>... own) {
        this.connection = connection;
        this.rows = rows;
        this.select = select;
        this.parameters = parameters;
        this.page = page;
        this.order = new ArrayList<>();
        if (page.sort() != null) {
            Column<K> first = column(page.sort().field());
            order.add(new Key<>(first, first.use().isReversed() != page.sort().descending()));
        }
        // After the requested keys, so that the order of equal values is defined.
        for (Column<K> column : own) {
            order.add(new Key<>(column, column.use().isReversed()));
        }
    }

    /** Returns the list with its default order reversed. An explicitly requested order does not change. */
    public Keyset<K> fromItsEnd() {
        for (int i = page.sort() == null ? 0 : 1; i < order.size(); i++) {
            Key<K> key = order.get(i);
            order.set(i, new Key<>(key.column(), !key.reversed()));
        }
        return this;
    }

    /**
     * Declares that the first key of the default order names a group of rows. Without this, PostgreSQL sorts all rows
     * of each group that a page enters.
     *
     * @param id column that is equal in two rows if their first key is
     * @param first condition that the first rows of each group meet, at least as many as the page reads; empty or
     *     starting with {@code AND}
     */
    public Keyset<K> grouped(Column<K> id, String first) {
        if (page.sort() == null) {
            group = id;
            firstOfEachGroup = first;
        }
        return this;
    }

    @Override
    public boolean forEach(Consumer<? super K> action) {
        long left = page.limit() == null ? Long.MAX_VALUE : page.limit();
        for (int shared = page.after() == null ? 0 : order.size() - 1; shared >= 0; shared--) {
            try (Sql query = query(shared, left)) {
                while (query.next()) {
                    if (left == 0) {
                        return true;
                    }
                    action.accept(rows.read(query));
                    left--;
                }
            }
        }
        return false;
    }

    /** Query for the rows that share the first {@code shared} keys with the cursor and are greater in the next key. */
    private Sql query(int shared, long left) {
        Sql query = new Sql(connection, text(shared));
        for (String parameter : parameters) {
            query.with(parameter);
        }
        if (page.after() != null) {
            for (int i = 0; i <= shared; i++) {
                query.withKept((i < shared ? shared(i) : order.get(i).column()).key(page.after()));
            }
        }
        // One row more than requested, to detect whether there are more.
        return page.limit() == null ? query : query.with(left + 1);
    }

    private String text(int shared) {
        StringBuilder text = new StringBuilder(select);
        if (page.after() != null) {
            for (int i = 0; i < shared; i++) {
                text.append(" AND ").append(shared(i).use().order()).append(" = ?");
            }
            text.append(" AND ")
                    .append(expression(shared))
                    .append(order.get(shared).reversed() ? " < ?" : " > ?");
        }
        text.append(shared == 0 ? firstOfEachGroup : "");
        for (int i = shared; i < order.size(); i++) {
            text.append(i == shared ? " ORDER BY " : ", ").append(expression(i));
            text.append(order.get(i).reversed() ? " DESC" : "");
        }
        return page.limit() == null ? text.toString() : text.append(" LIMIT ?").toString();
    }

    /** Column that tells whether a row shares a key with the cursor. */
    private Column<K> shared(int key) {
        return key == 0 && group != null ? group : order.get(key).column();
    }

    private String expression(int key) {
        return order.get(key).column().use().order();
    }

    private Column<K> column(String field) {
        StringBuilder fields = new StringBuilder();
        for (Column<K> column : rows.sortable()) {
            if (column.field().equals(field)) {
                return column;
            }
            fields.append(fields.length() == 0 ? "the fields are: " : ", ").append(column.field());
        }
        throw Failure.usage(rows.noun() + "s can't be sorted by '" + field + "'", fields.toString());
    }
}
