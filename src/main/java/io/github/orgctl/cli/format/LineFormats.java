package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;

/** Export formats with one line per variable. */
final class LineFormats {
    private static final String HEX = "0123456789abcdef";

    private LineFormats() {}

    /** Shell assignments in single quotes, where only the quote itself needs escaping. */
    static String shell(Variables variables) {
        ShellNames.check(variables);
        StringBuilder text = new StringBuilder();
        for (Variable variable : variables.all()) {
            text.append("export ").append(variable.name()).append("='");
            text.append(variable.text().replace("'", "'\\''")).append("'\n");
        }
        return text.toString();
    }

    /**
     * The format of {@code java.util.Properties} in ASCII, because older versions of Java read such files as Latin-1.
     */
    static String properties(Variables variables) {
        StringBuilder text = new StringBuilder();
        for (Variable variable : variables.all()) {
            text.append(variable.name()).append('=');
            appendProperty(text, variable.text());
            text.append('\n');
        }
        return text.toString();
    }

    private static void appendProperty(StringBuilder to, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                case '\\' -> to.append("\\\\");
                case ' ' -> to.append(i == 0 ? "\\ " : " ");
                default -> {
                    if (c > ' ' && c < 0x7f) {
                        to.append(c);
                    } else {
                        appendUnicode(to, c);
                    }
                }
            }
        }
    }

    private static void appendUnicode(StringBuilder to, char c) {
        to.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            to.append(HEX.charAt(c >> shift & 0xf));
        }
    }
}
