package io.github.orgctl.store.transfer;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.TableSink;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Inserts rows into empty tables. */
final class TableLoader implements TableSink, AutoCloseable {
    private static final int BATCH = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final List<Table> tables;
    private final Set<String> begun = new HashSet<>();
    private Sql insert;
    private int waiting;

    TableLoader(Connection connection, Dialect dialect, List<Table> tables) {
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
    }

    @Override
    public void table(String name, List<String> columns) {
        finish();
        Table table = find(name);
        if (!new HashSet<>(columns).equals(new HashSet<>(table.columnNames()))
                || columns.size() != table.columns().size()) {
            throw unfit("the columns of the table " + name + " are not those of this version");
        }
        if (!begun.add(name)) {
            throw unfit("the table " + name + " appears twice");
        }
        insert = new Sql(connection, table.insert(columns, dialect.overriding()));
    }

    private Table find(String name) {
        for (Table table : tables) {
            if (table.name().equals(name)) {
                return table;
            }
        }
        throw unfit("there is no table " + name + " in this version");
    }

    @Override
    public void row(Object[] values) {
        for (Object value : values) {
            insert.withKept(value);
        }
        insert.addToBatch();
        if (++waiting == BATCH) {
            insert.runBatch();
            waiting = 0;
        }
    }

    /**
     * Inserts the remaining rows.
     *
     * @throws Failure DAMAGED if a table is missing
     */
    void end() {
        finish();
        for (Table table : tables) {
            if (!begun.contains(table.name())) {
                throw unfit("the table " + table.name() + " is missing");
            }
        }
    }

    private void finish() {
        if (insert != null && waiting > 0) {
            insert.runBatch();
            waiting = 0;
        }
        close();
    }

    private static Failure unfit(String what) {
        return new Failure(Failure.Kind.DAMAGED, "the content does not fit this store: " + what);
    }

    @Override
    public void close() {
        if (insert != null) {
            insert.close();
            insert = null;
        }
    }
}
