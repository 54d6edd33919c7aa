package io.github.orgctl.core.model.configuration;

/**
 * Something about a secret's value that is not as it should be. Never tells the value.
 *
 * @param environment that has the secret
 * @param detail what it was found with, or since when the value is used
 */
public record SecretProblem(Kind kind, String environment, Key key, String detail)
        implements Comparable<SecretProblem> {
    /** Kind of problem. */
    public enum Kind {
        SAME_IN_LIVE("same-in-live"),
        REUSED("reused"),
        OLD("old"),
        IN_CONFIGURATION("in-configuration");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Override
    public int compareTo(SecretProblem other) {
        int byPlace = environment.compareTo(other.environment);
        int byKey = byPlace == 0 ? key.compareTo(other.key) : byPlace;
        int byKind = byKey == 0 ? kind.compareTo(other.kind) : byKey;
        return byKind == 0 ? detail.compareTo(other.detail) : byKind;
    }
}
