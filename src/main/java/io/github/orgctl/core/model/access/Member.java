package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;

/**
 * A person in an organization, with access to all of its projects.
 *
 * @param organization slug of the organization
 * @param email unique within the organization
 * @param createdAt to the millisecond
 * @param updatedAt to the millisecond
 */
public record Member(
        Id id,
        Id organizationId,
        Slug organization,
        Email email,
        Role role,
        MemberStatus status,
        Instant createdAt,
        Instant updatedAt) {
    /** Returns a copy with another role. */
    public Member withRole(Role other, Instant at) {
        return new Member(
                id, organizationId, organization, email, other, status, createdAt, Timeline.next(updatedAt, at));
    }

    /** Returns a copy with another status. */
    public Member withStatus(MemberStatus other, Instant at) {
        return new Member(
                id, organizationId, organization, email, role, other, createdAt, Timeline.next(updatedAt, at));
    }

    public boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }
}
