package io.github.orgctl.core.model.access;

/** Whether a token can be used, and why not. */
public enum TokenStatus {
    ACTIVE("active"),
    EXPIRED("expired"),
    REVOKED("revoked"),
    /** Its creator is not an active member of the organization at the moment. */
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
