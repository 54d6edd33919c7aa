package io.github.orgctl.store.transfer;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.StoreContent;
import io.github.orgctl.core.port.TableSink;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all tables. The first value that not every database can store ends the transfer, and the error names all such
 * values.
 */
final class TableReader implements StoreContent {
    private static final int MOST_NAMED = 1000;

    private final Connection connection;
    private final Dialect dialect;
    private final List<Table> tables;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final List<String> problems = new ArrayList<>();
    private long found;

    TableReader(Connection connection, Dialect dialect, List<Table> tables) {
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
    }

    @Override
    public void passTo(TableSink sink) {
        for (Table table : tables) {
            pass(table, sink);
        }
        if (found > 0) {
            String more = found > problems.size() ? "\n  and " + (found - problems.size()) + " more" : "";
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the store holds values that can't be copied:\n  " + String.join("\n  ", problems) + more,
                    "correct or delete these rows with the database's own tools");
        }
    }

    private void pass(Table table, TableSink sink) {
        List<Table.Column> columns = table.columns();
        Object[] values = new Object[columns.size()];
        sink.table(table.name(), table.columnNames());
        try (Sql row = new Sql(connection, table.select())) {
            while (hasRead(row, table, values)) {
                if (found == 0) {
                    sink.row(values);
                }
            }
        }
    }

    /**
     * Reads the next row, if any. Translates errors here, because the consumer may be in a transaction of another
     * database.
     */
    private boolean hasRead(Sql row, Table table, Object[] values) {
        try {
            boolean more = row.next();
            for (int i = 0; more && i < values.length; i++) {
                values[i] = value(row, table, i);
            }
            return more;
        } catch (SqlProblem problem) {
            Failure failure = dialect.failure(problem.reported());
            throw failure != null ? failure : dialect.bug(problem.reported());
        }
    }

    private Object value(Sql row, Table table, int index) {
        if (!table.columns().get(index).isText()) {
            Object value = row.object(index + 1);
            if (value == null || value instanceof Number && !(value instanceof Double)) {
                return value == null ? null : (Object) ((Number) value).longValue();
            }
            report(row, table, index, "is not an integer");
            return null;
        }
        byte[] bytes = row.bytes(index + 1);
        if (bytes == null) {
            return null;
        }
        try {
            String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                report(row, table, index, "contains a NUL character");
            }
            return text;
        } catch (CharacterCodingException invalid) {
            report(row, table, index, "is not valid UTF-8");
            return null;
        }
    }

    private void report(Sql row, Table table, int index, String what) {
        found++;
        if (problems.size() == MOST_NAMED) {
            return;
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i).name();
            if (table.key().contains(name)) {
                key.append(key.length() == 0 ? "" : ", ")
                        .append(name)
                        .append(' ')
                        .append(row.text(i + 1));
            }
        }
        problems.add("table " + table.name() + ", " + key + ": "
                + table.columns().get(index).name() + " " + what);
    }
}
