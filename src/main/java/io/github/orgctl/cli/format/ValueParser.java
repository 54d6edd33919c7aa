package io.github.orgctl.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.orgctl.core.model.configuration.JsonTree;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Failure;

/** Converts JSON text to values in canonical form: no spaces, sorted members, numbers with their original digits. */
public final class ValueParser {
    private ValueParser() {}

    /**
     * Parses a JSON value.
     *
     * @throws Failure USAGE if the text is not exactly one JSON value
     */
    public static Value json(String text) {
        if (text.isBlank()) {
            throw Failure.usage("an empty string is not JSON", "write \"\" for an empty string");
        }
        return JsonReader.read(text).value();
    }

    /** Describes the problem and its column, without quoting the text. */
    public static String problem(JsonProcessingException malformed) {
        if (malformed instanceof JsonEOFException) {
            return "unexpected end";
        }
        return "unexpected text"
                + (malformed.getLocation() == null
                        ? ""
                        : " at column " + malformed.getLocation().getColumnNr());
    }

    /**
     * Guesses the type of a text: a JSON number, boolean, list or object, otherwise a string.
     *
     * @throws Failure USAGE if it is JSON that is too long or too deeply nested for a value
     */
    public static Value guess(String text) {
        if (text.equals("true") || text.equals("false") || isNumber(text)) {
            return Value.given(text);
        }
        String stripped = text.strip();
        boolean mayBeStructure = stripped.startsWith("{") || stripped.startsWith("[");
        JsonTree tree = mayBeStructure ? JsonReader.find(text) : null;
        return tree == null ? Value.ofText(text) : tree.value();
    }

    /**
     * Guesses the type of a text, but only if exporting the value gives the same text again; otherwise it is a string.
     */
    public static Value guessExactly(String text) {
        Value guess = guess(text);
        return guess.text().equals(text) ? guess : Value.ofText(text);
    }

    /** Whether a text is a number in JSON. */
    public static boolean isNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = digits(text, start);
        if (end == start || end > start + 1 && text.charAt(start) == '0') {
            return false;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            start = end + 1;
            end = digits(text, start);
            if (end == start) {
                return false;
            }
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            boolean hasSign = end + 1 < text.length() && (text.charAt(end + 1) == '-' || text.charAt(end + 1) == '+');
            start = end + (hasSign ? 2 : 1);
            end = digits(text, start);
            return end > start && end == text.length();
        }
        return end == text.length();
    }

    /** End of the digits that start at a position. */
    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
