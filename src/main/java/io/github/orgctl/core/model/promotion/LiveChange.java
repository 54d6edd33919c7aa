package io.github.orgctl.core.model.promotion;

/** What a promotion does to a key of live. */
public enum LiveChange {
    ADD("add"),
    CHANGE("change"),
    DELETE("delete"),
    UNCHANGED("unchanged"),
    /** Nothing until somebody chooses one of the two values. */
    CONFLICT("conflict");

    private final String word;

    LiveChange(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
