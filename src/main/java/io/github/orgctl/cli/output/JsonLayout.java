package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/**
 * Pretty-printer: two spaces per level, one line per field and element, {@code []} and {@code {}} for empty ones.
 * Jackson's own printer writes the indentation character by character, which takes half of the time of a short list.
 */
final class JsonLayout implements PrettyPrinter {
    private static final int DEEPEST_PREPARED = 8;
    private static final SerializedString COMMA = new SerializedString(",");
    private static final SerializedString COLON = new SerializedString(": ");

    private final SerializedString[] lines = new SerializedString[DEEPEST_PREPARED];
    private int depth;

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        newLine(json);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(COLON);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        json.writeRaw(COMMA);
        newLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        end(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        newLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(COMMA);
        newLine(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        end(json, values, ']');
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        // Not needed: there is a single document.
    }

    private void end(JsonGenerator json, int contents, char bracket) throws IOException {
        depth--;
        if (contents > 0) {
            newLine(json);
        }
        json.writeRaw(bracket);
    }

    private void newLine(JsonGenerator json) throws IOException {
        if (depth >= DEEPEST_PREPARED) {
            json.writeRaw("\n" + "  ".repeat(depth));
            return;
        }
        if (lines[depth] == null) {
            lines[depth] = new SerializedString("\n" + "  ".repeat(depth));
        }
        json.writeRaw(lines[depth]);
    }
}
