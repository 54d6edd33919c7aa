package io.github.orgctl.core.model.audit;

/** Members of an audit event's canonical text, in their order. */
enum EventMember {
    ACTION("action", false),
    ACTOR("actor", false),
    AT("at", false),
    CHANGES("changes", false),
    CORRELATION("correlation", false),
    MODE("mode", true),
    ORGANIZATION("organization", true),
    ORGANIZATION_ID("organizationId", false),
    PREVIOUS("previous", false),
    PROJECT_ID("projectId", true),
    SEQUENCE("sequence", false),
    TARGET("target", false),
    TOKEN("token", true);

    private final String word;
    private final boolean nullable;

    EventMember(String word, boolean nullable) {
        this.word = word;
        this.nullable = nullable;
    }

    boolean isNullable() {
        return nullable;
    }

    /** Name of the member. */
    @Override
    public String toString() {
        return word;
    }
}
