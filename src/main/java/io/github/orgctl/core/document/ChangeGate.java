package io.github.orgctl.core.document;

import io.github.orgctl.core.model.promotion.Gate;

/** A risk of applying documents that has to be accepted individually, in addition to confirming the plan. */
public enum ChangeGate {
    /** Changes to a live environment. */
    LIVE("live", "changes to live"),
    /** Changes to access rights. */
    ROLE_CHANGES("role-changes", "changes to members and roles"),
    /** Deletions. */
    DELETE("delete", "deletions"),
    /** Changes to live keys that the project's schema marks as critical. */
    CRITICAL("critical", "critical live keys"),
    /** Live URLs with hosts that live does not use yet. */
    NEW_DOMAINS("new-domains", "hosts not used in live yet"),
    /** Loosening a live value that the project's schema protects against downgrades. */
    DOWNGRADES("downgrades", "loosened live values"),
    /** Something goes that templates refer to. */
    REFERENCES("references", "values that templates refer to");

    private final String word;
    private final String risk;

    ChangeGate(String word, String risk) {
        this.word = word;
        this.risk = risk;
    }

    /** The gate that corresponds to a gate of live environments. */
    static ChangeGate of(Gate gate) {
        return switch (gate) {
            case DELETE -> DELETE;
            case CRITICAL -> CRITICAL;
            case NEW_DOMAIN -> NEW_DOMAINS;
            case DOWNGRADE -> DOWNGRADES;
        };
    }

    /** The risk, as a plural noun phrase. */
    public String risk() {
        return risk;
    }

    @Override
    public String toString() {
        return word;
    }
}
