package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.port.Listing;
import java.sql.Connection;
import java.util.List;
import java.util.function.Consumer;

/**
 * A list that can be entered behind any row. What follows a row is asked for in as many queries as the order has keys:
 * first the rows that share all its keys but the last and are greater in that, then those that share one key less, and
 * so on. Each is a range of an index, where a single comparison of all keys at once would not be: entering at row
 * 1,000,000 costs what entering at the first does.
 */
public final class Keyset<K> implements Listing<K> {
    private final Connection connection;
    private final RowStream<K> rows;
    private final String select;
    private final List<String> parameters;
    private final Page<K> page;
    private final RowStream.Column[] order;

    /**
     * @param select a query up to the end of its WHERE clause, which is not empty
     * @param owner the query's one parameter
     * @param own the list's own order, which leaves no two rows equal
     * @throws Failure USAGE when the page asks for an order by something that is no sortable field
     */
    public Keyset(
            Connection connection,
            RowStream<K> rows,
            String select,
            String owner,
            Page<K> page,
            RowStream.Column... own) {
        this(connection, rows, select, List.of(owner), page, own);
    }

    /**
     * @param parameters those of the query
     */
    public Keyset(
            Connection connection,
            RowStream<K> rows,
            String select,
            List<String> parameters,
            Page<K> page,
            RowStream.Column... own) {
        this.connection = connection;
        this.rows = rows;
        this.select = select;
        this.parameters = parameters;
        this.page = page;
        this.order = page.sort() == null ? own : sorted(page.sort(), own);
    }

    @Override
    public boolean forEach(Consumer<? super K> action) {
        long left = page.limit() == null ? Long.MAX_VALUE : page.limit();
        for (int shared = page.after() == null ? 0 : order.length - 1; shared >= 0; shared--) {
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
                query.withEither(rows.value(page.after(), order[i].field()));
            }
        }
        // One more than asked for, to know whether there are more.
        return page.limit() == null ? query : query.with(left + 1);
    }

    private String text(int shared) {
        StringBuilder text = new StringBuilder(select);
        if (page.after() != null) {
            for (int i = 0; i < shared; i++) {
                text.append(" AND ").append(order[i].column()).append(" = ?");
            }
            text.append(" AND ").append(order[shared].column()).append(order[shared].reversed() ? " < ?" : " > ?");
        }
        for (int i = shared; i < order.length; i++) {
            text.append(i == shared ? " ORDER BY " : ", ").append(order[i].column());
            text.append(order[i].reversed() ? " DESC" : "");
        }
        return page.limit() == null ? text.toString() : text.append(" LIMIT ?").toString();
    }

    /** The asked-for key, then the list's own, so that equal values keep an order. */
    private RowStream.Column[] sorted(Sort sort, RowStream.Column... own) {
        RowStream.Column first = key(sort.field());
        RowStream.Column[] keys = new RowStream.Column[own.length + 1];
        keys[0] = new RowStream.Column(first.field(), first.column(), first.reversed() != sort.descending());
        System.arraycopy(own, 0, keys, 1, own.length);
        return keys;
    }

    private RowStream.Column key(String field) {
        StringBuilder fields = new StringBuilder();
        for (RowStream.Column key : rows.sortable()) {
            if (key.field().equals(field)) {
                return key;
            }
            fields.append(fields.length() == 0 ? "it takes one of: " : ", ").append(key.field());
        }
        throw Failure.usage(rows.noun() + "s can't be sorted by '" + field + "'", fields.toString());
    }
}
