package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.cli.shape.StructuredValue;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Timestamps;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes field values to a generator for JSON or another structured format. */
final class JsonValues {
    private JsonValues() {}

    static void write(Object value, JsonGenerator to) throws IOException {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof Number number) {
            write(number, to);
        } else if (value instanceof Instant instant) {
            write(Timestamps.text(instant), to);
        } else if (value instanceof Boolean truth) {
            to.writeBoolean(truth);
        } else if (value instanceof Map<?, ?> values) {
            write(values, to);
        } else if (value instanceof List<?> several) {
            write(several, to);
        } else if (value instanceof StructuredValue worded) {
            write(worded.value(), to);
        } else if (value instanceof Value json) {
            JsonCopy.copy(new JsonText(json.json()), to);
        } else if (value instanceof JsonText json) {
            JsonCopy.copy(json, to);
        } else {
            write(value.toString(), to);
        }
    }

    // An array, because copying a string character by character takes three times as long on a cold JVM.
    private static void write(String text, JsonGenerator to) throws IOException {
        char[] characters = text.toCharArray();
        to.writeString(characters, 0, characters.length);
    }

    private static void write(Number number, JsonGenerator to) throws IOException {
        if (number instanceof Long || number instanceof Integer) {
            to.writeNumber(number.longValue());
        } else {
            to.writeNumber(number.toString());
        }
    }

    private static void write(List<?> several, JsonGenerator to) throws IOException {
        to.writeStartArray();
        for (Object value : several) {
            write(value, to);
        }
        to.writeEndArray();
    }

    private static void write(Map<?, ?> values, JsonGenerator to) throws IOException {
        to.writeStartObject();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            to.writeFieldName(entry.getKey().toString());
            write(entry.getValue(), to);
        }
        to.writeEndObject();
    }
}
