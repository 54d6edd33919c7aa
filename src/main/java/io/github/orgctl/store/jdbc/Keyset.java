package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.Listing;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A list that can be entered behind any row. What follows a row is asked for in as many queries as the order has keys:
 * first the rows that share all its keys but the last and are greater in that, then those that share one key less, and
 * so on. Each is a range of an index, where a single comparison of all keys at once would not be: entering at row
 * 1,000,000 costs what entering at the first does.
 */
public final class Keyset<K> implements Listing<K> {
    /** A column in an order. */
    private record Key<K>(Column<K> column, boolean reversed) {}

    private final Connection connection;
    private final RowStream<K> rows;
    private final String select;
    private final List<String> parameters;
    private final Page<K> page;
    private final List<Key<K>> order;

    /**
     * @param select a query up to the end of its WHERE clause, which is not empty
     * @param owner the query's one parameter
     * @param own the list's own order, which leaves no two rows equal
     * @throws Failure USAGE when the page asks for an order by something that is no sortable field
     */
    @SafeVarargs
    public Keyset(
            Connection connection, RowStream<K> rows, String select, String owner, Page<K> page, Column<K>... own) {
        this(connection, rows, select, List.of(owner), page, own);
    }

    /**
     * @param parameters those of the query
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
        // Behind a key that was asked for, so that equal values keep an order.
        for (Column<K> column : own) {
            order.add(new Key<>(column, column.use().isReversed()));
        }
    }

    /** The same list with its own order turned round; one that was asked for stays. */
    public Keyset<K> fromItsEnd() {
        for (int i = page.sort() == null ? 0 : 1; i < order.size(); i++) {
            Key<K> key = order.get(i);
            order.set(i, new Key<>(key.column(), !key.reversed()));
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

    /** The rows that share that many keys with the one to go on behind, and are greater in the next. */
    private Sql query(int shared, long left) {
        Sql query = new Sql(connection, text(shared));
        for (String parameter : parameters) {
            query.with(parameter);
        }
        if (page.after() != null) {
            for (int i = 0; i <= shared; i++) {
                query.withKept(order.get(i).column().key(page.after()));
            }
        }
        // One more than asked for, to know whether there are more.
        return page.limit() == null ? query : query.with(left + 1);
    }

    private String text(int shared) {
        StringBuilder text = new StringBuilder(select);
        if (page.after() != null) {
            for (int i = 0; i < shared; i++) {
                text.append(" AND ").append(expression(i)).append(" = ?");
            }
            text.append(" AND ")
                    .append(expression(shared))
                    .append(order.get(shared).reversed() ? " < ?" : " > ?");
        }
        for (int i = shared; i < order.size(); i++) {
            text.append(i == shared ? " ORDER BY " : ", ").append(expression(i));
            text.append(order.get(i).reversed() ? " DESC" : "");
        }
        return page.limit() == null ? text.toString() : text.append(" LIMIT ?").toString();
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
