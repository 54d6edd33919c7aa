package io.github.orgctl.core.model.value;

import java.text.Normalizer;

/**
 * Short name used in commands: {@code [a-z0-9]} and single inner hyphens, 1 to 63 characters, never in the format of an
 * id.
 */
public record Slug(String value) implements Comparable<Slug> {
    public static final int MAX_LENGTH = 63;

    public Slug {
        if (!isSlug(value)) {
            throw Failure.usage("'" + value + "' is not a slug", hintFor(value));
        }
    }

    /**
     * Derives a slug from a name: accents are removed, and each run of other characters becomes a hyphen.
     *
     * @throws Failure USAGE if the name contains letters without a Latin transliteration, or nothing usable
     */
    public static Slug from(Name name) {
        String derived = derive(name.value());
        if (derived == null) {
            throw Failure.usage("no slug can be derived from the name '" + name + "'", Advice.CHOOSE_SLUG.of());
        }
        return new Slug(derived);
    }

    /** Whether the text is a valid slug. */
    public static boolean isSlug(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_LENGTH || Id.looksLikeId(text)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean innerHyphen = c == '-' && i > 0 && i < length - 1 && text.charAt(i - 1) != '-';
            if (!isPlain(c) && !innerHyphen) {
                return false;
            }
        }
        return true;
    }

    private static String hintFor(String text) {
        String rule = "a slug has a-z, 0-9 and single inner hyphens, 1 to 63 characters";
        String derived = derive(text);
        return derived == null ? rule : "try '" + derived + "': " + rule;
    }

    /** The slug closest to a text, or null if letters can't be transliterated or nothing is left. */
    private static String derive(String text) {
        String plain = Text.isAscii(text) ? text : withoutAccents(text);
        StringBuilder slug = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = lowerCase(plain.charAt(i));
            if (isPlain(c)) {
                slug.append(c);
            } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                return null;
            } else if (c != '\'' && c != '’' && slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        slug.setLength(Math.min(slug.length(), MAX_LENGTH));
        while (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        String derived = slug.toString();
        return isSlug(derived) ? derived : null;
    }

    private static String withoutAccents(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(inPlainLetters(c));
            }
        }
        return plain.toString();
    }

    /** Common replacements of Latin letters that Unicode does not decompose. */
    private static String inPlainLetters(char c) {
        return switch (c) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'đ', 'Đ', 'ð', 'Ð' -> "d";
            case 'þ', 'Þ' -> "th";
            case 'ħ', 'Ħ' -> "h";
            case 'ı' -> "i";
            default -> String.valueOf(c);
        };
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
