package io.github.orgctl.core.model.value;

import java.util.Locale;

/** Id of a resource: a random UUID as lower-case text, 36 characters. */
public record Id(String value) implements Comparable<Id> {
    private static final int LENGTH = 36;

    public Id {
        if (!looksLikeId(value)) {
            throw Failure.usage(
                    "'" + value + "' is not an ID", "an ID is a UUID such as 7b0c6a52-3f0e-4d6e-9a51-0c3f2f6f9e11");
        }
    }

    /**
     * Parses an id in either case.
     *
     * @throws Failure USAGE if the text is not a UUID
     */
    public static Id parse(String text) {
        return new Id(lowerCase(text));
    }

    /** Whether the text has the format of an id, in either case. Slugs never do. */
    public static boolean looksLikeId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : !isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Id other) {
        return value.compareTo(other.value);
    }

    // A record's own two are linked by reflection on their first use, which takes some milliseconds.

    @Override
    public boolean equals(Object other) {
        return other instanceof Id id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
