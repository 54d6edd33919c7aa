package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgctl.cli.shape.Field;
import java.io.IOException;
import java.util.List;

/** Renders one JSON object per line. */
final class JsonLines<T> implements Renderer<T> {
    private final JsonGenerator generator;
    private final JsonRows<T> rows;

    JsonLines(List<Field<T>> fields, JsonGenerator generator) {
        this.generator = generator;
        rows = new JsonRows<>(fields, generator);
    }

    @Override
    public void row(T row) throws IOException {
        rows.write(row);
        generator.writeRaw('\n');
    }

    @Override
    public void end() throws IOException {
        generator.flush();
    }
}
