package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;

/**
 * A key, or a pattern of keys in which {@code *} stands for any characters, full stops included, and {@code ?} for one.
 */
public record KeyPattern(String text) {
    /**
     * @throws Failure USAGE when it can match no key
     */
    public KeyPattern {
        if (!isGlob(text)) {
            new Key(text);
        } else if (!isWellFormed(text)) {
            throw Failure.usage(
                    "'" + text + "' is not a pattern of keys",
                    "a pattern has letters, digits, '.', '_', '-', and '*' or '?' for any others");
        }
    }

    private static boolean isWellFormed(String text) {
        if (text.length() > Key.MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '*' && c != '?' && c != '.' && !Key.isSegmentCharacter(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGlob(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether it can match several keys. */
    public boolean isGlob() {
        return isGlob(text);
    }

    /** The key, where it is no pattern. */
    public Key key() {
        return new Key(text);
    }

    public boolean matches(Key key) {
        String path = key.path();
        int star = -1;
        int resumed = 0;
        int at = 0;
        for (int i = 0; i < path.length(); ) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                resumed = i;
            } else if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == path.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                // The last star takes one character more.
                at = star + 1;
                i = ++resumed;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
