package io.github.orgctl.cli.document;

import io.github.orgctl.cli.text.VisibleJson;
import io.github.orgctl.core.model.configuration.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes documents as YAML that all parsers read alike: strings are quoted, or blocks if they have several lines, and
 * so are names that YAML 1.1 or 1.2 could misread.
 */
public final class DocumentYaml {
    private static final List<String> RESOLVED =
            List.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan", "e");

    private final StringBuilder yaml = new StringBuilder();

    private DocumentYaml() {}

    /** Documents with {@code ---} between them. */
    public static String write(List<Map<String, Object>> documents) {
        DocumentYaml writer = new DocumentYaml();
        for (Map<String, Object> document : documents) {
            if (writer.yaml.length() > 0) {
                writer.yaml.append("---\n");
            }
            writer.writeMembers(document, "", "");
        }
        return writer.yaml.toString();
    }

    /** @param first text before the first member instead of the indentation */
    private void writeMembers(Map<?, ?> map, String indentation, String first) {
        String before = first.isEmpty() ? indentation : first;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            yaml.append(before).append(name(entry.getKey().toString())).append(':');
            writeValue(entry.getValue(), indentation);
            before = indentation;
        }
    }

    private void writeValue(Object value, String indentation) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            yaml.append('\n');
            writeMembers(map, indentation + "  ", "");
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            yaml.append('\n');
            for (Object item : list) {
                writeMembers((Map<?, ?>) item, indentation + "    ", indentation + "  - ");
            }
        } else if (value instanceof Map<?, ?>) {
            yaml.append(" {}\n");
        } else if (value instanceof List<?>) {
            yaml.append(" []\n");
        } else if (value instanceof Value json && !json.isText()) {
            yaml.append(' ').append(flow(json.json())).append('\n');
        } else {
            writeText(value instanceof Value text ? text.text() : value.toString(), indentation + "  ");
        }
    }

    private void writeText(String text, String indentation) {
        if (!isBlock(text)) {
            yaml.append(' ').append(quoted(text)).append('\n');
            return;
        }
        yaml.append(text.endsWith("\n") ? " |\n" : " |-\n");
        for (String line : text.split("\n")) {
            yaml.append(line.isEmpty() ? "" : indentation).append(line).append('\n');
        }
    }

    /** Whether a literal block preserves the text: only printable characters, and no spaces that would be lost. */
    private static boolean isBlock(String text) {
        if (text.indexOf('\n') <= 0 || text.endsWith("\n\n") || text.charAt(0) == ' ') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean spaceAtEnd = c == ' ' && (i + 1 == text.length() || text.charAt(i + 1) == '\n');
            if (c != '\n' && (c < ' ' || c > '~') || spaceAtEnd) {
                return false;
            }
        }
        return text.indexOf("\n") < text.length() - 1;
    }

    /** JSON as YAML, which requires more escapes. */
    private static String flow(String json) {
        StringBuilder flow = new StringBuilder(json.length());
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted && c == '\\') {
                flow.append(c).append(json.charAt(++i));
            } else {
                quoted ^= c == '"';
                VisibleJson.append(flow, c);
                if (!quoted && (c == ',' || c == ':')) {
                    flow.append(' ');
                }
            }
        }
        return flow.toString();
    }

    private static String quoted(String text) {
        return VisibleJson.of(Value.json(text));
    }

    private static String name(String name) {
        return isPlain(name) ? name : quoted(name);
    }

    private static boolean isPlain(String name) {
        char first = name.charAt(0);
        if (!(first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z')) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean safe =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-.".indexOf(c) >= 0;
            if (!safe) {
                return false;
            }
        }
        return !RESOLVED.contains(name.toLowerCase(Locale.ROOT));
    }
}
