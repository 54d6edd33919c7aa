package io.github.orgctl.core.model.configuration;

/** A risk of promotions that has to be accepted explicitly: confirming the promotion as a whole is not enough. */
public enum Gate {
    /** A key is deleted from live. */
    DELETE("delete", "keys to delete from live"),
    /** The project's schema marks the key as critical. */
    CRITICAL("critical", "changes of critical keys"),
    /** A URL has a host that is not used in live yet. */
    NEW_DOMAIN("new-domains", "hosts not used in live yet");

    private final String word;
    private final String risk;

    Gate(String word, String risk) {
        this.word = word;
        this.risk = risk;
    }

    /** What needs it open, such as: keys to delete from live. */
    public String risk() {
        return risk;
    }

    @Override
    public String toString() {
        return word;
    }
}
