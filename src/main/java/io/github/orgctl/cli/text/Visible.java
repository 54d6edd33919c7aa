package io.github.orgctl.cli.text;

/**
 * Makes text that came from elsewhere safe to show: characters that could steer a terminal, or make a line read
 * otherwise than it is written, become visible escapes such as {@code \u001b}.
 */
public final class Visible {
    private static final String HEX = "0123456789abcdef";

    private Visible() {}

    /** Returns the text on one line: line feeds and tabs become {@code \n} and {@code \t}. */
    public static String line(String text) {
        return isPlain(text) ? text : escaped(text, false);
    }

    /** Returns the text with its line feeds and tabs kept. */
    public static String block(String text) {
        return isPlain(text) ? text : escaped(text, true);
    }

    /** Whether a code point is a control character, a line separator, a bidirectional override or half a pair. */
    public static boolean isUnsafe(int c) {
        return c < 0x20
                || c >= 0x7f && c <= 0x9f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    // Almost every value is plain ASCII, and then costs this one loop.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text, boolean keepLayout) {
        StringBuilder visible = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean layout = keepLayout && (c == '\n' || c == '\t');
            if (layout || !isUnsafe(c)) {
                visible.appendCodePoint(c);
            } else {
                appendEscape(visible, (char) c);
            }
            i += Character.charCount(c);
        }
        return visible.toString();
    }

    private static void appendEscape(StringBuilder visible, char c) {
        switch (c) {
            case '\n' -> visible.append("\\n");
            case '\t' -> visible.append("\\t");
            case '\r' -> visible.append("\\r");
            default -> appendUnicodeEscape(visible, c);
        }
    }

    public static void appendUnicodeEscape(StringBuilder to, char c) {
        to.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            to.append(HEX.charAt(c >> shift & 0xf));
        }
    }
}
