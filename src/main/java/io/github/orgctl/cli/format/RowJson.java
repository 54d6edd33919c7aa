package io.github.orgctl.cli.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.RowSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Reads rows from NDJSON. Null is omitted; an empty string clears the field. */
final class RowJson extends JsonRows<Map<String, String>> {
    private final RowFields fields;
    private final RowSource.Reader reader;

    RowJson(RowFields fields, RowSource.Reader reader) {
        this.fields = fields;
        this.reader = reader;
    }

    @Override
    Supplier<Map<String, String>> object(JsonParser parser) throws IOException {
        Map<String, String> values = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String column = parser.currentName();
            String field = fields.of(column);
            JsonToken value = parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else if (value == JsonToken.VALUE_STRING) {
                values.put(field, parser.getText());
            } else if (value != JsonToken.VALUE_NULL) {
                throw Failure.usage("'" + column + "' is not a string");
            }
        }
        return () -> values;
    }

    @Override
    void row(long line, Map<String, String> values) {
        reader.row(new RowSource.Row(line, values));
    }

    @Override
    void malformed(long line, Failure failure) {
        reader.malformed(line, failure);
    }

    @Override
    Failure tooLong() {
        return Failure.usage("the line is longer than 64 KiB");
    }

    @Override
    Failure notOne() {
        return Failure.usage(
                "this is not one JSON object", "NDJSON has one object per line; convert an array with: jq -c '.[]'");
    }
}
