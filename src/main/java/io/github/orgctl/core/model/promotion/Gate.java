package io.github.orgctl.core.model.promotion;

/** A risk of a change of live that has to be accepted explicitly: confirming the change as a whole is not enough. */
public enum Gate {
    /** A key is deleted that the command does not name. */
    DELETE("delete", "keys to delete"),
    /** The project's schema marks the key as critical. */
    CRITICAL("critical", "critical keys"),
    /** A URL has a host that is not used in live yet. */
    NEW_DOMAIN("new-domains", "hosts not used in live yet"),
    /** A value becomes laxer that the project's schema guards against that. */
    DOWNGRADE("downgrades", "restrictions to loosen");

    private final String word;
    private final String risk;

    Gate(String word, String risk) {
        this.word = word;
        this.risk = risk;
    }

    /** What needs it open, such as: keys to delete. */
    public String risk() {
        return risk;
    }

    @Override
    public String toString() {
        return word;
    }
}
