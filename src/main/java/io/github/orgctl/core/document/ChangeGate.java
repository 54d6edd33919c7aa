package io.github.orgctl.core.document;

import io.github.orgctl.core.model.configuration.Gate;

/** A danger of applying documents that must be accepted by itself: a confirmation of the whole is not enough. */
public enum ChangeGate {
    /** A live environment changes. */
    LIVE("live", "changes to live"),
    /** Who may do what changes. */
    ROLE_CHANGES("role-changes", "changes to members and roles"),
    /** Something is deleted. */
    DELETE("delete", "deletions"),
    /** A key of live changes that the project's schema marks as critical. */
    CRITICAL("critical", "critical keys of live"),
    /** A URL of live has a host that no value of live has yet. */
    NEW_DOMAINS("new-domains", "hosts that live does not have yet"),
    /** A value of live becomes laxer that the project's schema guards against that. */
    DOWNGRADES("downgrades", "restrictions of live to loosen");

    private final String word;
    private final String danger;

    ChangeGate(String word, String danger) {
        this.word = word;
        this.danger = danger;
    }

    /** The gate of documents that stands for one of live environments. */
    static ChangeGate of(Gate gate) {
        return switch (gate) {
            case DELETE -> DELETE;
            case CRITICAL -> CRITICAL;
            case NEW_DOMAIN -> NEW_DOMAINS;
            case DOWNGRADE -> DOWNGRADES;
        };
    }

    /** What it guards against, in the plural. */
    public String danger() {
        return danger;
    }

    @Override
    public String toString() {
        return word;
    }
}
