package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;

/**
 * API token for one organization. Its text is shown only once and stored only as a hash.
 *
 * @param organization the organization's slug
 * @param name unique among the organization's tokens that are not revoked
 * @param role what it may do at most
 * @param projectId the only project it may work on, or null for all
 * @param project that project's slug, or null; also where the organization has it no longer
 * @param mode the only mode it may work in, or null for both
 * @param memberId who made it and bounds it, or null where the local operator did, or where it is revoked and they are gone
 * @param suspended whether the one who made it is no active member now
 * @param createdBy who made it, as text
 * @param ending the last characters of its text, to recognize it by
 * @param createdAt to the millisecond
 * @param expiresAt when it ends by itself
 * @param lastUsedAt to the minute or so, or null
 * @param revokedAt when it was ended, or null
 */
public record Token(
        Id id,
        Id organizationId,
        Slug organization,
        Name name,
        Role role,
        Id projectId,
        Slug project,
        Mode mode,
        Id memberId,
        boolean suspended,
        String createdBy,
        String ending,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt) {
    public TokenStatus status(Instant now) {
        if (revokedAt != null) {
            return TokenStatus.REVOKED;
        }
        if (!expiresAt.isAfter(now)) {
            return TokenStatus.EXPIRED;
        }
        return suspended ? TokenStatus.SUSPENDED : TokenStatus.ACTIVE;
    }

    /** The same token, ended. */
    public Token revoked(Instant at) {
        return new Token(
                id,
                organizationId,
                organization,
                name,
                role,
                projectId,
                project,
                mode,
                memberId,
                suspended,
                createdBy,
                ending,
                createdAt,
                expiresAt,
                lastUsedAt,
                Timeline.next(createdAt, at));
    }
}
