package io.github.orgctl.cli.document;

import io.github.orgctl.core.model.configuration.Value;
import java.util.List;
import java.util.Map;

/** Writes documents as JSON, indented or on one line. */
public final class DocumentJson {
    private final boolean indented;
    private final StringBuilder json = new StringBuilder();

    private DocumentJson(boolean indented) {
        this.indented = indented;
    }

    /** One JSON value for each document, indented. */
    public static String indented(List<Map<String, Object>> documents) {
        DocumentJson writer = new DocumentJson(true);
        for (Map<String, Object> document : documents) {
            writer.write(document, 0);
            writer.json.append('\n');
        }
        return writer.json.toString();
    }

    /** A value on one line: maps and lists of texts or {@link Value}s. */
    public static String line(Object value) {
        DocumentJson writer = new DocumentJson(false);
        writer.write(value, 0);
        return writer.json.toString();
    }

    private void write(Object value, int level) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.append(separator);
                newLine(level + 1);
                json.append(Value.json(entry.getKey().toString())).append(indented ? ": " : ":");
                write(entry.getValue(), level + 1);
                separator = ",";
            }
            end(map.isEmpty(), "{", "}", level);
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                json.append(separator);
                newLine(level + 1);
                write(item, level + 1);
                separator = ",";
            }
            end(list.isEmpty(), "[", "]", level);
        } else if (value instanceof Value text) {
            json.append(text.json());
        } else if (value instanceof JsonPart part) {
            json.append(part.json());
        } else {
            json.append(value == null ? "null" : Value.json(value.toString()));
        }
    }

    private void end(boolean empty, String open, String close, int level) {
        if (empty) {
            json.append(open);
        } else {
            newLine(level);
        }
        json.append(close);
    }

    private void newLine(int level) {
        if (indented) {
            json.append('\n').append("  ".repeat(level));
        }
    }
}
