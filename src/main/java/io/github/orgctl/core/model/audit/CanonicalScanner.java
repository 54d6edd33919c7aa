package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.value.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Scans JSON in the canonical form of RFC 8785 byte by byte, and rejects any other form. An instance can be reused for
 * several texts.
 */
final class CanonicalScanner {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] CONTROL = {'u', '0', '0'};
    private static final String SHORT_ESCAPES = "\"\\btnfr";
    private static final String SHORT_ESCAPES_MEAN = "\"\\\b\t\n\f\r";

    private byte[] text = {};
    private int at;
    private boolean ascii;

    /**
     * @param canonical UTF-8
     */
    void begin(byte[] canonical) {
        text = canonical;
        at = 0;
        ascii = true;
    }

    /**
     * @throws Failure DAMAGED if there is more text, or it is not UTF-8
     */
    void end() {
        if (at != text.length || !ascii && !isUtf8()) {
            throw malformed();
        }
    }

    private boolean isUtf8() {
        return Arrays.equals(new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), text);
    }

    /** Current position in the text. */
    int at() {
        return at;
    }

    /** Moves to a position that was scanned before. */
    void at(int place) {
        at = place;
    }

    /** Scans an integer of at least 1 and returns it. */
    long number() {
        int start = at;
        long number = 0;
        while (next() >= '0' && next() <= '9') {
            number = number * 10 + text[at++] - '0';
        }
        // Eighteen digits always fit in a long.
        if (at == start || at - start > 18 || text[start] == '0') {
            throw malformed();
        }
        return number;
    }

    /** Scans a string, or null if allowed. */
    void stringOrNull(boolean nullable) {
        if (nullable && next() == 'n') {
            expect(NULL);
            return;
        }
        expect('"');
        for (int c = next(); c != '"'; c = next()) {
            at++;
            if (c == '\\') {
                escape();
            } else if (c < 0) {
                ascii = false;
            } else if (c < ' ') {
                throw malformed();
            }
        }
        at++;
    }

    private void escape() {
        if (SHORT_ESCAPES.indexOf(next()) >= 0) {
            at++;
            return;
        }
        expect(CONTROL);
        int high = next() - '0';
        at++;
        int low = "0123456789abcdef".indexOf(next());
        at++;
        int control = (high << 4) + low;
        if (high < 0 || high > 1 || low < 0 || SHORT_ESCAPES_MEAN.indexOf(control) >= 0) {
            throw malformed();
        }
    }

    byte next() {
        if (at >= text.length) {
            throw malformed();
        }
        return text[at];
    }

    void expect(char c) {
        if (next() != c) {
            throw malformed();
        }
        at++;
    }

    void expect(byte[] expected) {
        int end = at + expected.length;
        if (end > text.length || !Arrays.equals(text, at, end, expected, 0, expected.length)) {
            throw malformed();
        }
        at = end;
    }

    /** Whether the string between two positions equals a value without escapes. */
    boolean holds(int from, int end, String value) {
        int start = from + 1;
        if (end - 1 - start != value.length()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (text[start + i] != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Decodes the string between two positions; null for JSON null. */
    String string(int start, int end) {
        if (text[start] == 'n') {
            return null;
        }
        String inside = new String(text, start + 1, end - start - 2, StandardCharsets.UTF_8);
        return inside.indexOf('\\') < 0 ? inside : unescaped(inside);
    }

    private static String unescaped(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char kind = escaped.charAt(++i);
            if (kind == 'u') {
                text.append((char) Integer.parseInt(escaped, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(SHORT_ESCAPES_MEAN.charAt(SHORT_ESCAPES.indexOf(kind)));
            }
        }
        return text.toString();
    }

    boolean isSame(int start, int end, byte[] bytes) {
        return Arrays.equals(text, start, end, bytes, 0, bytes.length);
    }

    byte[] copy(int start, int end) {
        return Arrays.copyOfRange(text, start, end);
    }

    static Failure malformed() {
        return new Failure(Failure.Kind.DAMAGED, "the text of an audit event is not in canonical form");
    }
}
