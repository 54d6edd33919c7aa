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
 * @param organization slug of the organization
 * @param name unique among the organization's tokens that are not revoked
 * @param role maximum role
 * @param projectId the only project in its scope, or null for all
 * @param project slug of that project, or null; kept even if the project was moved or deleted
 * @param mode the only mode in its scope, or null for both
 * @param memberId its creator, whose rights limit it; null for the local operator, or if it is revoked and the creator
 *     was removed
 * @param suspended whether its creator is currently not an active member
 * @param createdBy name of its creator
 * @param ending last characters of its text, for recognition
 * @param createdAt to the millisecond
 * @param expiresAt expiry time
 * @param lastUsedAt accurate to about a minute, or null
 * @param revokedAt when it was revoked, or null
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

    /** Returns a copy that is revoked. */
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
