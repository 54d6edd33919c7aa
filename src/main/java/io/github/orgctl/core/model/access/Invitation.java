package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;

/**
 * What was offered to somebody: to become a member. Whoever has its text can take it or turn it down; only a hash of that
 * is kept.
 *
 * @param organization the organization's slug
 * @param role what they are going to be
 * @param invitedBy who offered it, as the audit log names them
 * @param createdAt to the millisecond
 * @param expiresAt when it stops being good for anything
 * @param endedAt when it was taken, turned down or revoked, or null
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
    /** The same as it stands at a time: what is still pending may have expired. */
    public Invitation at(Instant now) {
        boolean expired = status == InvitationStatus.PENDING && !expiresAt.isAfter(now);
        return expired ? with(InvitationStatus.EXPIRED, role, expiresAt, null) : this;
    }

    /** The same, ended. */
    public Invitation ended(InvitationStatus how, Instant at) {
        return with(how, role, expiresAt, Timeline.next(createdAt, at));
    }

    /** The same for another role. */
    public Invitation withRole(Role other) {
        return with(status, other, expiresAt, endedAt);
    }

    /** The same, pending until another time. */
    public Invitation pendingUntil(Instant end) {
        return with(InvitationStatus.PENDING, role, end, null);
    }

    private Invitation with(InvitationStatus how, Role as, Instant end, Instant ended) {
        return new Invitation(id, organizationId, organization, email, as, how, invitedBy, createdAt, end, ended);
    }
}
