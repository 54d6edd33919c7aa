package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;

/** Permission rules: the rows of the role table, and rules independent of roles. */
public enum Rule {
    /** Anyone with a valid identity. */
    ANYBODY("begin", "anyone"),
    /** Read the organization, except secret values. */
    READ("read", "viewer"),
    /**
     * Change an environment or read its secret values; for live, the organization's {@code liveWrites} determines the
     * role.
     */
    ENVIRONMENT("change", "developer; in live, the organization's liveWrites"),
    /** Manage projects, locks, members up to admin, and tokens. */
    MANAGE("manage", "admin"),
    /**
     * Delete or move a project including its live environment, or clone live values: requires permission to manage
     * projects and to change live; for a move, in both organizations.
     */
    TAKE_AWAY("delete, move or clone", "admin, or the organization's liveWrites if that is higher"),
    /** Manage the organization itself, its owners and its billing. */
    OWN("own", "owner"),
    /** Manage the store as a whole: local operator only. */
    OPERATE("operate", "the local operator");

    private final String verb;
    private final String words;

    Rule(String verb, String words) {
        this.verb = verb;
        this.words = words;
    }

    /**
     * The minimum role that satisfies the rule.
     *
     * @param mode mode of the environment, or null if there is none
     * @param liveWrites the organization's setting; used only if {@link #asksLiveWrites}
     * @return null if no role does
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

    /** Whether the organization's {@code liveWrites} determines the minimum role. */
    public boolean asksLiveWrites(Mode mode) {
        return this == TAKE_AWAY || this == ENVIRONMENT && mode == Mode.LIVE;
    }

    /** Verb for the rule, such as {@code read}, {@code change}, {@code manage} or {@code own}. */
    public String verb() {
        return verb;
    }

    /** Description of the rule in the documentation. */
    @Override
    public String toString() {
        return words;
    }
}
