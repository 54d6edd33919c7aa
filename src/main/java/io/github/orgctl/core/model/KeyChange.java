package io.github.orgctl.core.model;

/**
 * One key that differs between two configurations.
 *
 * @param before its value in the first, or null where it has none there
 * @param after its value in the second, or null where it has none there
 */
public record KeyChange(Key key, Value before, Value after) implements Comparable<KeyChange> {
    /** What happened to a key. */
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
