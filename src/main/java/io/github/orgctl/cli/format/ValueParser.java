package io.github.orgctl.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.orgctl.core.model.configuration.JsonTree;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Failure;

/** Turns JSON text into values: without spaces, members in the order of their names, numbers with the digits given. */
public final class ValueParser {
    private ValueParser() {}

    /**
     * The value a JSON text is.
     *
     * @throws Failure USAGE when it is not exactly one JSON value
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
     * The value that somebody most likely means: a JSON number or truth value, a list or an object, or else a text.
     *
     * @throws Failure USAGE when it is one of these, but no value can be so long or so deep
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

    /** The same, as long as a program that is given the value as text gets the text given here. */
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

    /** The end of the digits that begin at a place. */
    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
