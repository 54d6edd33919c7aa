package io.github.orgctl.core.model;

import java.time.Instant;

/**
 * The sandbox or the live side of one project. Its id is the <em>environment ID</em> that client software embeds.
 *
 * @param revision 1 when created, one higher with each change
 * @param lock what keeps it from being written, or null
 * @param project the slug of its project
 * @param organization the slug of the organization that owns the project
 * @param createdAt to the millisecond
 * @param updatedAt to the millisecond
 */
public record Environment(
        Id id,
        Mode mode,
        long revision,
        Lock lock,
        Id projectId,
        Slug project,
        Id organizationId,
        Slug organization,
        Instant createdAt,
        Instant updatedAt) {}
