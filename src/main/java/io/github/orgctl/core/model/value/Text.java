package io.github.orgctl.core.model.value;

import java.text.Normalizer;
import java.util.Locale;

/** Rules for text shown on terminals: composed Unicode without control characters. */
public final class Text {
    private Text() {}

    /**
     * Trims, normalizes (NFC) and checks a text, so that texts that look the same are equal.
     *
     * @param what name of the text in error messages
     * @param maximum maximum number of code points
     * @param multiline whether tabs and line feeds are allowed
     * @throws Failure USAGE if it is too long or contains forbidden characters
     */
    static String checked(String text, String what, int maximum, boolean multiline) {
        if (text.length() <= maximum && isPrintableAscii(text)) {
            // Most texts, and a list has hundreds.
            return text.strip();
        }
        // Normalized before it is measured, because normalization may change the length.
        String kept = (isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC)).strip();
        int codePoints = 0;
        for (int i = 0; i < kept.length(); codePoints++) {
            int c = kept.codePointAt(i);
            boolean layout = multiline && (c == '\n' || c == '\t');
            if (!layout && isForbidden(c)) {
                throw Failure.usage(
                        "the " + what + " contains the character U+" + hex(c) + ", which is not allowed",
                        "control characters and bidirectional overrides are not allowed");
            }
            i += Character.charCount(c);
        }
        if (codePoints > maximum) {
            throw Failure.usage(
                    "the " + what + " is too long: " + codePoints + " characters", "the maximum is " + maximum);
        }
        return kept;
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text can be encoded as UTF-8, that is, contains no unpaired surrogate. */
    public static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isForbidden(int c) {
        boolean lineSeparator = c == 0x2028 || c == 0x2029;
        boolean bidirectionalOverride = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return Character.isISOControl(c) || lineSeparator || bidirectionalOverride || loneSurrogate;
    }

    private static String hex(int c) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /**
     * Removes the trailing newline of a single line, which editors and {@code echo} add; several lines stay unchanged.
     */
    public static String withoutNewline(String text) {
        int first = text.indexOf('\n');
        if (first < 0 || first < text.length() - 1) {
            return text;
        }
        return text.substring(0, text.endsWith("\r\n") ? first - 1 : first);
    }
}
