package io.github.orgctl.core.model.value;

import java.text.Normalizer;
import java.util.Locale;

/** Rules for texts shown on terminals: composed Unicode without control characters. */
public final class Text {
    private Text() {}

    /**
     * Trims and composes (NFC) a text and checks it, so that two names that look alike are alike.
     *
     * @param what how an error calls the text
     * @param maximum the highest number of code points
     * @param multiline whether tabs and line feeds are allowed
     * @throws Failure USAGE when it is too long or holds forbidden characters
     */
    static String checked(String text, String what, int maximum, boolean multiline) {
        // Composed before it is measured: composing can change the length in both directions.
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

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether UTF-8 can hold it: no half of a character stands in it by itself. */
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
}
