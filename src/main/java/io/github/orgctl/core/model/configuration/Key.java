package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;
import java.util.List;

/**
 * The name of one value in an environment's configuration: a dotted path such as {@code auth.mfa.enabled}, of 1 to 10
 * segments of {@code [A-Za-z0-9_-]} and at most 200 characters.
 */
public record Key(String path) implements Comparable<Key> {
    public static final int MAX_LENGTH = 200;
    public static final int MAX_SEGMENTS = 10;

    private static final int TOLD = 10;

    /**
     * @throws Failure USAGE when the text has not this form
     */
    public Key {
        int segments = 1;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean edge = i == 0 || i == path.length() - 1;
            if (c == '.' && !edge && path.charAt(i - 1) != '.') {
                segments++;
            } else if (!isSegmentCharacter(c)) {
                throw malformed(path);
            }
        }
        if (path.isEmpty()) {
            throw malformed(path);
        }
        if (path.length() > MAX_LENGTH || segments > MAX_SEGMENTS) {
            throw Failure.usage(
                    "the key '" + path + "' is too long",
                    "a key has at most " + MAX_SEGMENTS + " segments and " + MAX_LENGTH + " characters");
        }
    }

    static boolean isSegmentCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private static Failure malformed(String path) {
        return Failure.usage(
                "'" + path + "' is not a key",
                "a key is a dotted path of letters, digits, '_' and '-', such as auth.mfa.enabled");
    }

    /** The first few of the keys in one line, and how many more there are. */
    public static String some(List<Key> keys) {
        StringBuilder text = new StringBuilder();
        for (Key key : keys.subList(0, Math.min(TOLD, keys.size()))) {
            text.append(text.length() == 0 ? "" : ", ").append(key);
        }
        return keys.size() > TOLD ? text + " and " + (keys.size() - TOLD) + " more" : text.toString();
    }

    /** Whether the other key lies below this one, as {@code a.b} does below {@code a}. */
    public boolean isAbove(Key other) {
        int length = path.length();
        return other.path.length() > length && other.path.charAt(length) == '.' && other.path.startsWith(path);
    }

    /** Whether the other is this key, or lies below it. */
    public boolean covers(Key other) {
        return equals(other) || isAbove(other);
    }

    @Override
    public int compareTo(Key other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
