package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;

/**
 * An invitation to become a member. Its token is needed to accept or decline it; only a hash of the token is stored.
 *
 * @param organization slug of the organization
 * @param role role of the future member
 * @param invitedBy who created it, as named in the audit log
 * @param createdAt to the millisecond
 * @param expiresAt expiry time
 * @param endedAt when it was accepted, declined or revoked, or null
 */
public record Invitation(
        Id id,
        Id organizationId,
        Slug organization,
        Email email,
        Role role,
        InvitationStatus status,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt,
        Instant endedAt) {
    /** Returns the invitation as of a time: a pending one may have expired. */
    public Invitation at(Instant now) {
        boolean expired = status == InvitationStatus.PENDING && !expiresAt.isAfter(now);
        return expired ? with(InvitationStatus.EXPIRED, role, expiresAt, null) : this;
    }

    /** Returns a copy that has ended. */
    public Invitation ended(InvitationStatus how, Instant at) {
        return with(how, role, expiresAt, Timeline.next(createdAt, at));
    }

    /** Returns a copy with another role. */
    public Invitation withRole(Role other) {
        return with(status, other, expiresAt, endedAt);
    }

    /** Returns a copy that is pending until another time. */
    public Invitation pendingUntil(Instant end) {
        return with(InvitationStatus.PENDING, role, end, null);
    }

    private Invitation with(InvitationStatus how, Role as, Instant end, Instant ended) {
        return new Invitation(id, organizationId, organization, email, as, how, invitedBy, createdAt, end, ended);
    }
}
