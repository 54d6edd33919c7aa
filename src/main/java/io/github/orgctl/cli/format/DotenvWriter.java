package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;

/**
 * Writes {@code NAME=VALUE} lines that npm's dotenv, Node and python-dotenv all read the same way. There is no
 * standard, and they interpret backslashes differently, so escapes are used only if nothing else works.
 */
final class DotenvWriter {
    private final StringBuilder text = new StringBuilder();

    private DotenvWriter() {}

    /**
     * @throws Failure RULE if no spelling of a value is portable
     */
    static String write(Variables variables) {
        DotenvWriter writer = new DotenvWriter();
        for (Variable variable : variables.all()) {
            writer.text.append(variable.name()).append('=');
            writer.append(variable);
            writer.text.append('\n');
        }
        return writer.text.toString();
    }

    private void append(Variable variable) {
        String value = variable.text();
        if (isPlain(value)) {
            text.append(value);
        } else if (fitsSingleQuotes(value)) {
            text.append('\'').append(value).append('\'');
        } else if (holdsNone(value, "\"\\\r")) {
            text.append('"').append(value).append('"');
        } else if (isSafeBare(value)) {
            text.append(value);
        } else if (value.endsWith("\\")) {
            // Some readers would take the closing quote as part of the value and continue on the next line.
            throw new Failure(
                    Failure.Kind.RULE,
                    "the value of " + variable.name() + " can't be written as dotenv: it ends with a backslash",
                    "use another format");
        } else {
            appendEscaped(value);
        }
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && "_./:@%+,=-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * python-dotenv reads a double backslash as one even in single quotes, and npm reads a trailing one as an escape.
     */
    private static boolean fitsSingleQuotes(String value) {
        return holdsNone(value, "'\r") && !value.contains("\\\\") && !value.endsWith("\\");
    }

    private static boolean isSafeBare(String value) {
        return holdsNone(value, "\n\r#")
                && "'\"`".indexOf(value.charAt(0)) < 0
                && !isSpace(value.charAt(0))
                && !isSpace(value.charAt(value.length() - 1));
    }

    /** Whether some reader trims it from the ends of a value. */
    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u0085';
    }

    private static boolean holdsNone(String value, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if (value.indexOf(characters.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void appendEscaped(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '"', '\\' -> text.append('\\').append(c);
                default -> text.append(c);
            }
        }
        text.append('"');
    }
}
