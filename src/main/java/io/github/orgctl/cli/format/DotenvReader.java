package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.GivenSecrets.GivenSecret;
import io.github.orgctl.core.model.configuration.GivenValues.NamedText;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses {@code NAME=VALUE} lines, optionally prefixed with {@code export}. An unquoted value ends at the line's end or
 * at a {@code #} after a space. In single quotes nothing is special; in double quotes {@code \n}, {@code \r},
 * {@code \t} and a backslash before {@code " \ $ `} are escapes. Quoted values may span lines. {@code $NAME} is never
 * expanded. LF, CR and CRLF end a line, and become LF within quotes. Failures name the line number and never quote the
 * line, which may contain a secret.
 */
final class DotenvReader {
    private static final String EXPORT = "export";
    private static final String ESCAPED_BY_BACKSLASH = "\"\\$`";

    private final String text;
    private int at;
    private int line = 1;

    DotenvReader(String text) {
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * @throws Failure USAGE if there is no assignment, a line is malformed, or a name is repeated; the message names
     *     the line
     */
    List<NamedText> read() {
        List<NamedText> texts = new ArrayList<>();
        for (GivenSecret given : texts()) {
            texts.add(new NamedText(given.name(), given.text(), guess(given.name(), given.text())));
        }
        return texts;
    }

    /**
     * Reads the same as strings, without interpreting them.
     *
     * @throws Failure as {@link #read}
     */
    List<GivenSecret> texts() {
        List<GivenSecret> texts = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (skipEmpty(); at < text.length(); skipEmpty()) {
            String name = name();
            Integer first = lines.putIfAbsent(name, line);
            if (first != null) {
                throw refused("'" + name + "' was already given in line " + first);
            }
            int begins = line;
            texts.add(new GivenSecret(name, value(), begins));
        }
        if (texts.isEmpty()) {
            throw Failure.usage("it is empty");
        }
        return texts;
    }

    private Value guess(String name, String value) {
        try {
            return ValueParser.guessExactly(value);
        } catch (Failure failure) {
            throw new Failure(failure.kind(), "'" + name + "': " + failure.getMessage(), failure.hint(), failure);
        }
    }

    /** Skips empty lines and comments. */
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
            throw refused("'=' is missing");
        }
        String name = text.substring(at, equals).strip();
        at = equals + 1;
        boolean isExported =
                name.startsWith(EXPORT) && name.length() > EXPORT.length() && isSpace(name.charAt(EXPORT.length()));
        String plain = isExported ? name.substring(EXPORT.length()).strip() : name;
        for (int i = 0; i < plain.length(); i++) {
            if (!isNameCharacter(plain.charAt(i))) {
                throw refused("the part before '=' is not a valid name");
            }
        }
        if (plain.isEmpty()) {
            throw refused("the name before '=' is missing");
        }
        return plain;
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_.-".indexOf(c) >= 0;
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
            throw refused("unexpected text after the closing quote");
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
        throw refused("the quote is not closed");
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
        return c == ' ' || c == '\t';
    }

    private Failure refused(String what) {
        return Failure.usage(
                "line " + line + " is malformed: " + what,
                "write NAME=VALUE, with quotes if the value contains spaces");
    }
}
