package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.value.Failure;

/** Status of a membership. Only active members can act. */
public enum MemberStatus {
    INVITED("invited"),
    ACTIVE("active"),
    SUSPENDED("suspended");

    private final String word;

    MemberStatus(String word) {
        this.word = word;
    }

    /**
     * @throws Failure USAGE if the text is not a status
     */
    public static MemberStatus parse(String text) {
        for (MemberStatus status : values()) {
            if (status.word.equals(text)) {
                return status;
            }
        }
        throw Failure.usage("'" + text + "' is not a status", "a member is invited, active or suspended");
    }

    @Override
    public String toString() {
        return word;
    }
}
