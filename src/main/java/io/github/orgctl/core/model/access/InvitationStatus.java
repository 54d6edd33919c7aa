package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.value.Failure;
import java.util.Locale;

/** Status of an invitation. */
public enum InvitationStatus {
    PENDING,
    ACCEPTED,
    DECLINED,
    REVOKED,
    /** Not accepted in time. Stored as pending; can be sent again. */
    EXPIRED;

    /**
     * @throws Failure USAGE if the text is not a status
     */
    public static InvitationStatus parse(String text) {
        for (InvitationStatus status : values()) {
            if (status.toString().equals(text)) {
                return status;
            }
        }
        throw Failure.usage(
                "'" + text + "' is not a status", "an invitation is pending, accepted, declined, revoked or expired");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
