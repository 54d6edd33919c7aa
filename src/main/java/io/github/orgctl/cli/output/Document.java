package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgctl.cli.shape.Field;
import java.io.IOException;
import java.util.List;

/** Renders a JSON or YAML document: an object for one resource, an array for a list, null for nothing. */
class Document<T> implements Renderer<T> {
    private final JsonGenerator generator;
    private final JsonRows<T> rows;

    Document(List<Field<T>> fields, JsonGenerator generator) {
        this.generator = generator;
        rows = new JsonRows<>(fields, generator);
    }

    @Override
    public final void begin() throws IOException {
        generator.writeStartArray();
    }

    @Override
    public final void row(T row) throws IOException {
        rows.write(row);
    }

    @Override
    public final void end() throws IOException {
        generator.writeEndArray();
        finish(generator);
    }

    @Override
    public final void one(T row) throws IOException {
        if (row == null) {
            generator.writeNull();
        } else {
            rows.write(row);
        }
        finish(generator);
    }

    /** Ends the document's last line and flushes. */
    void finish(JsonGenerator complete) throws IOException {
        complete.writeRaw('\n');
        complete.flush();
    }
}
