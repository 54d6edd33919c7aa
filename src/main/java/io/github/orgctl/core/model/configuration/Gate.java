package io.github.orgctl.core.model.configuration;

/** A danger of promotions that has to be accepted by itself: a confirmation of the whole is not enough. */
public enum Gate {
    /** A key goes from live. */
    DELETE("delete", "would go from live"),
    /** The project's schema marks the key as critical. */
    CRITICAL("critical", "marked critical would change"),
    /** A URL has a host that no value of live has yet. */
    NEW_DOMAIN("new-domains", "would bring hosts that live does not have yet");

    private final String word;
    private final String danger;

    Gate(String word, String danger) {
        this.word = word;
        this.danger = danger;
    }

    /** The option that opens it. */
    public String option() {
        return "--allow-" + word;
    }

    /** What happens to the keys, such as: would go from live. */
    public String danger() {
        return danger;
    }

    @Override
    public String toString() {
        return word;
    }
}
