package io.github.orgctl.core.model.search;

import io.github.orgctl.core.model.value.Failure;
import java.text.Normalizer;

/**
 * A literal search text, compared regardless of case and of how accents are encoded.
 *
 * @param folded the text in the form used for comparison
 */
public record SearchText(String folded) {
    private static final int MAX_LENGTH = 1000;

    /**
     * @throws Failure USAGE if the text is empty or longer than 1000 characters
     */
    public static SearchText parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw Failure.usage(
                    "the text to search for is " + (text.isEmpty() ? "empty" : "too long"),
                    "search for 1 to " + MAX_LENGTH + " characters");
        }
        return new SearchText(fold(text));
    }

    /** Whether a text contains the search text. */
    public boolean isIn(String text) {
        return fold(text).contains(folded);
    }

    /** Whether the search text is pure ASCII. */
    public boolean isAscii() {
        return isAscii(folded);
    }

    /** Folds a text for comparison, character by character, so that the result does not depend on neighbouring characters. */
    public static String fold(String text) {
        String composed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); ) {
            int character = composed.codePointAt(i);
            folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(character)));
            i += Character.charCount(character);
        }
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
