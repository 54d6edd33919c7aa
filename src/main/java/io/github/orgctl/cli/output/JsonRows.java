package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.orgctl.cli.shape.Field;
import java.io.IOException;
import java.util.List;

/** Writes rows as JSON objects. Field names are encoded once, not for every row. */
final class JsonRows<T> {
    private final JsonGenerator to;
    private final List<Field<T>> fields;
    private final SerializableString[] names;

    JsonRows(List<Field<T>> fields, JsonGenerator to) {
        this.to = to;
        this.fields = fields;
        names = new SerializableString[fields.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = new SerializedString(fields.get(i).jsonName());
        }
    }

    void write(T row) throws IOException {
        to.writeStartObject();
        for (int i = 0; i < names.length; i++) {
            to.writeFieldName(names[i]);
            JsonValues.write(fields.get(i).of(row), to);
        }
        to.writeEndObject();
    }
}
