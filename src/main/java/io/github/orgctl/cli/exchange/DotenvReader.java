package io.github.orgctl.cli.exchange;

import io.github.orgctl.cli.ValueParser;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.GivenValues.NamedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code NAME=VALUE} line by line, where {@code export} may stand in front. A value is bare, and then ends at the
 * line's end or at a {@code #} behind a space; between single quotes, where nothing is special; or between double quotes,
 * where {@code \n}, {@code \r}, {@code \t} and a backslash before {@code " \ $ `} are. A quoted value may have lines.
 * Nothing is ever put in for {@code $NAME}.
 */
final class DotenvReader {
    private static final String ESCAPED_BY_BACKSLASH = "\"\\$`";

    private final String text;
    private int at;
    private int line = 1;

    DotenvReader(String text) {
        this.text = text;
    }

    /**
     * @throws Failure USAGE when there is no line, one is none of these, or a name is given twice; the message names the line
     */
    List<NamedText> read() {
        List<NamedText> texts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (skipEmpty(); at < text.length(); skipEmpty()) {
            String name = name();
            if (!names.add(name)) {
                throw refused("'" + name + "' is given twice");
            }
            String value = value();
            texts.add(new NamedText(name, value, ValueParser.guess(value)));
        }
        if (texts.isEmpty()) {
            throw Failure.usage("there is nothing in it", null);
        }
        return texts;
    }

    /** Passes over empty lines and comments. */
    private void skipEmpty() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = endOfLine();
            } else if (c == '\n' || isSpace(c)) {
                take();
            } else {
                return;
            }
        }
    }

    private String name() {
        int end = endOfLine();
        int equals = text.indexOf('=', at);
        if (equals < 0 || equals > end) {
            throw refused("there is no '=' in it");
        }
        String name = text.substring(at, equals).strip();
        at = equals + 1;
        return name.startsWith("export ") ? name.substring("export ".length()).strip() : name;
    }

    private String value() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        char first = at < text.length() ? text.charAt(at) : '\n';
        if (first != '\'' && first != '"') {
            return bare();
        }
        String value = quoted(first);
        String behind = text.substring(at, endOfLine()).strip();
        if (!behind.isEmpty() && !behind.startsWith("#")) {
            throw refused("something stands behind the closing quote");
        }
        at = endOfLine();
        return value;
    }

    private String bare() {
        String value = text.substring(at, endOfLine());
        at = endOfLine();
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '#' && (i == 0 || isSpace(value.charAt(i - 1)))) {
                return value.substring(0, i).strip();
            }
        }
        return value.strip();
    }

    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        int start = line;
        at++;
        while (at < text.length()) {
            char c = take();
            if (c == quote) {
                return value.toString();
            }
            if (c == '\\' && quote == '"' && at < text.length()) {
                appendEscaped(value, take());
            } else {
                value.append(c);
            }
        }
        line = start;
        throw refused("its quote is never closed");
    }

    private static void appendEscaped(StringBuilder value, char c) {
        switch (c) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            default ->
                value.append(ESCAPED_BY_BACKSLASH.indexOf(c) < 0 ? "\\" : "").append(c);
        }
    }

    private char take() {
        char c = text.charAt(at++);
        line += c == '\n' ? 1 : 0;
        return c;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private Failure refused(String what) {
        return Failure.usage(
                "line " + line + " can't be read: " + what, "write NAME=VALUE, with quotes where it has spaces");
    }
}
