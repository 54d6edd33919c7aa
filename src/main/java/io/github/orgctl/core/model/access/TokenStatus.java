package io.github.orgctl.core.model.access;

/** Whether a token can be used, and if not, why. */
public enum TokenStatus {
    ACTIVE("active"),
    EXPIRED("expired"),
    REVOKED("revoked"),
    /** The one who made it can't act in the organization any more, or not yet again. */
    SUSPENDED("suspended");

    private final String word;

    TokenStatus(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
