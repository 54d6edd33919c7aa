package io.github.orgctl.core.model.access;

/** Level of an action's target, from the whole to its parts. Rights on a part can be asked for the whole as well. */
public enum Level {
    STORE("the store"),
    ORGANIZATION("an organization"),
    PROJECT("a project"),
    ENVIRONMENT("an environment"),
    /** The live environment of a project, whatever the current mode. */
    LIVE("a live environment");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    /** Whether this level is part of another. */
    public boolean isBelow(Level other) {
        return compareTo(other) > 0;
    }

    /** Name with its article. */
    @Override
    public String toString() {
        return words;
    }
}
