package io.github.orgctl.core.model.access;

/** Level of an action's target, from the whole to the part. What is done to a part can be asked of the whole as well. */
public enum Level {
    STORE("the store"),
    ORGANIZATION("an organization"),
    PROJECT("a project"),
    ENVIRONMENT("an environment"),
    /** The live environment of a project, whichever mode is the current one. */
    LIVE("a live environment");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    /** Whether it is done to something within that. */
    public boolean isBelow(Level other) {
        return compareTo(other) > 0;
    }

    /** Name with article. */
    @Override
    public String toString() {
        return words;
    }
}
