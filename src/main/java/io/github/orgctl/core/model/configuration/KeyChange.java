package io.github.orgctl.core.model.configuration;

/**
 * One key that differs between two configurations.
 *
 * @param secret whether it is a secret: before and after are then texts that stand for it, and never its value
 * @param before its value in the first, or null where it has none there
 * @param after its value in the second, or null where it has none there
 */
public record KeyChange(Key key, boolean secret, Value before, Value after) implements Comparable<KeyChange> {
    /** A change of a value that is no secret. */
    public KeyChange(Key key, Value before, Value after) {
        this(key, false, before, after);
    }

    /** A change of a secret, of which only its marks are told. */
    public static KeyChange ofSecret(Key key, SecretMark before, SecretMark after) {
        return new KeyChange(key, true, text(before), text(after));
    }

    private static Value text(SecretMark mark) {
        return mark == null ? null : Value.ofText(mark.toString());
    }

    /** Kind of change of a key. */
    public enum Kind {
        ADDED("added"),
        REMOVED("removed"),
        CHANGED("changed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    @Override
    public int compareTo(KeyChange other) {
        return key.compareTo(other.key);
    }
}
