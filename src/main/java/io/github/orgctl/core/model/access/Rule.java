package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;

/** Permission rules: the rows of the table of roles, and rules independent of roles. */
public enum Rule {
    /** Anyone who may act at all. */
    ANYBODY("begin", "anyone"),
    /** Reads what belongs to the organization, the values of secrets aside. */
    READ("read", "viewer"),
    /** Changes one environment, or reads its secrets' values: for live, the organization's {@code liveWrites} decides. */
    ENVIRONMENT("change", "developer; in live, the organization's liveWrites"),
    /** Manages projects, locks, members up to admin, and tokens. */
    MANAGE("manage", "admin"),
    /**
     * Deletes a project or moves it to another organization, with its live environment: requires permission to manage
     * projects and to change live; for a move, in both organizations.
     */
    TAKE_AWAY("delete or move", "admin, or the organization's liveWrites if that is higher"),
    /** Decides on the organization itself, on its owners and its billing. */
    OWN("own", "owner"),
    /** Works on the store as a whole: only the local operator. */
    OPERATE("operate", "the local operator");

    private final String verb;
    private final String words;

    Rule(String verb, String words) {
        this.verb = verb;
        this.words = words;
    }

    /**
     * The lowest role that fulfils the rule.
     *
     * @param mode of the environment that is worked on, or null where it is none
     * @param liveWrites the organization's; counts only where {@link #asksLiveWrites} says so
     * @return null where no role does
     */
    public Role lowest(Mode mode, LiveWrites liveWrites) {
        return switch (this) {
            case ANYBODY, READ -> Role.VIEWER;
            case ENVIRONMENT -> mode == Mode.LIVE ? liveWrites.lowest() : Role.DEVELOPER;
            case MANAGE -> Role.ADMIN;
            case TAKE_AWAY -> liveWrites.lowest().compareTo(Role.ADMIN) > 0 ? liveWrites.lowest() : Role.ADMIN;
            case OWN -> Role.OWNER;
            case OPERATE -> null;
        };
    }

    /** Whether it is the organization's {@code liveWrites} that decides on the lowest role. */
    public boolean asksLiveWrites(Mode mode) {
        return this == TAKE_AWAY || this == ENVIRONMENT && mode == Mode.LIVE;
    }

    /** What the rule is about, in a word: such as {@code read}, {@code change}, {@code manage} or {@code own}. */
    public String verb() {
        return verb;
    }

    /** The rule in words, as pages show it. */
    @Override
    public String toString() {
        return words;
    }
}
