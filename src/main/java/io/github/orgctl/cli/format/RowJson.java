package io.github.orgctl.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Reads rows from NDJSON, whose every line is an object. Null is no value; an empty text clears. */
final class RowJson {
    private static final JsonFactory FACTORY = new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final RowFields fields;
    private final RowSource.Reader reader;

    RowJson(RowFields fields, RowSource.Reader reader) {
        this.fields = fields;
        this.reader = reader;
    }

    void read(InputStream stream) throws IOException {
        ByteLines lines = new ByteLines(stream);
        while (lines.next()) {
            RowSource.Row row;
            try {
                row = row(lines);
            } catch (Failure malformed) {
                reader.malformed(lines.number(), malformed);
                continue;
            }
            if (row != null) {
                reader.row(row);
            }
        }
    }

    /** The line's row, or null where the line is empty. */
    private RowSource.Row row(ByteLines lines) throws IOException {
        if (lines.isTooLong()) {
            throw Failure.usage("the line is longer than 64 KiB");
        }
        try (JsonParser parser = FACTORY.createParser(lines.buffer(), lines.start(), lines.length())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return null;
            }
            if (first != JsonToken.START_OBJECT) {
                throw notOne();
            }
            Map<String, String> values = values(parser);
            if (parser.nextToken() != null) {
                throw notOne();
            }
            return new RowSource.Row(lines.number(), values);
        } catch (JsonProcessingException malformed) {
            // The library's own words tell of its settings.
            String place = malformed.getLocation() == null
                    ? ""
                    : " at column " + malformed.getLocation().getColumnNr();
            throw new Failure(Failure.Kind.USAGE, "this is not JSON" + place, malformed);
        }
    }

    private static Failure notOne() {
        return Failure.usage(
                "this is not one JSON object", "NDJSON has one object per line; convert an array with: jq -c '.[]'");
    }

    private Map<String, String> values(JsonParser parser) throws IOException {
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
        return values;
    }
}
