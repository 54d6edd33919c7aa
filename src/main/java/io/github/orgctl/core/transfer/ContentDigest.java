package io.github.orgctl.core.transfer;

import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.port.TableSink;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts and hashes all rows that pass through. Stores with the same digest have the same content. */
public final class ContentDigest implements TableSink {
    private static final byte NULL = 0;
    private static final byte NUMBER = 1;
    private static final byte TEXT = 2;

    private final TableSink next;
    private final Sha256 sum = new Sha256();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private String table;
    private long rows;

    /**
     * @param next receives the rows; may be null
     */
    public ContentDigest(TableSink next) {
        this.next = next;
    }

    @Override
    public void table(String name, List<String> columns) {
        endTable();
        table = name;
        addText(name);
        columns.forEach(this::addText);
        if (next != null) {
            next.table(name, columns);
        }
    }

    @Override
    public void row(Object[] values) {
        rows++;
        for (Object value : values) {
            if (value == null) {
                sum.add(new byte[] {NULL});
            } else if (value instanceof Long number) {
                sum.add(ByteBuffer.allocate(1 + Long.BYTES)
                        .put(NUMBER)
                        .putLong(number)
                        .array());
            } else {
                addText((String) value);
            }
        }
        if (next != null) {
            next.row(values);
        }
    }

    /** Prefixed with its length, so that different rows never produce the same input. */
    private void addText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.add(ByteBuffer.allocate(1 + Integer.BYTES + bytes.length)
                .put(TEXT)
                .putInt(bytes.length)
                .put(bytes)
                .array());
    }

    private void endTable() {
        if (table != null) {
            counts.put(table, rows);
            rows = 0;
        }
    }

    /** Returns the result. To be called once, after the last row. */
    public ContentSummary end() {
        endTable();
        return new ContentSummary(counts, sum.end());
    }
}
