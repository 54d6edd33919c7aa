package io.github.orgctl.cli.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.orgctl.core.model.store.DumpHeader;
import io.github.orgctl.core.port.TableSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a dump in NDJSON: a line that says what it is of, for each table a line with its columns and for each row a line
 * with its values, and at the end a line with the numbers of rows and the SHA-256 of all lines before.
 */
final class DumpLines implements TableSink {
    private final SummedOutput out;
    private final JsonGenerator json;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private String table;
    private long rows;

    DumpLines(OutputStream stream, DumpHeader header) throws IOException {
        out = new SummedOutput(stream);
        json = new JsonFactory().createGenerator(out).setRootValueSeparator(new SerializedString(""));
        json.writeStartObject();
        json.writeNumberField(DumpField.FORMAT, DumpField.FORMAT_VERSION);
        json.writeNumberField(DumpField.SCHEMA_VERSION, header.schemaVersion());
        json.writeStringField(DumpField.STORE, header.store().id());
        json.writeNumberField(DumpField.EPOCH, header.store().epoch());
        json.writeArrayFieldStart(DumpField.KEYS);
        for (long key : header.keys()) {
            json.writeNumber(key);
        }
        json.writeEndArray();
        json.writeStringField(DumpField.CREATED_AT, header.createdAt().toString());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void table(String name, List<String> columns) {
        endTable();
        table = name;
        try {
            json.writeStartObject();
            json.writeStringField(DumpField.TABLE, name);
            json.writeArrayFieldStart(DumpField.COLUMNS);
            for (String column : columns) {
                json.writeString(column);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void row(Object[] values) {
        rows++;
        try {
            json.writeStartArray();
            for (Object value : values) {
                if (value instanceof Long number) {
                    json.writeNumber(number);
                } else {
                    json.writeString((String) value);
                }
            }
            json.writeEndArray();
            json.writeRaw('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void endTable() {
        if (table != null) {
            counts.put(table, rows);
            rows = 0;
        }
    }

    /** Writes the last line. */
    void end() throws IOException {
        endTable();
        json.flush();
        String sum = out.sum();
        json.writeStartObject();
        json.writeObjectFieldStart(DumpField.COUNTS);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
        json.writeStringField(DumpField.SHA256, sum);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
