package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;

/**
 * The scoped configuration of one implementation. Belongs to one organization, in which its name and slug are unique
 * among the projects that are not in the trash. Always has exactly two environments.
 *
 * @param organizationId the owning organization
 * @param organization slug of the owning organization
 * @param sandboxId environment ID of its sandbox
 * @param liveId environment ID of its live environment
 * @param revision 1 when created, incremented by each change
 * @param createdAt to the millisecond
 * @param updatedAt to the millisecond
 * @param deletedAt when it was moved to the trash, or null
 */
public record Project(
        Id id,
        Id organizationId,
        Slug organization,
        Slug slug,
        Name name,
        Description description,
        Id sandboxId,
        Id liveId,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        Instant deletedAt) {
    /** ID of its environment of a mode. */
    public Id environmentId(Mode mode) {
        return mode == Mode.LIVE ? liveId : sandboxId;
    }

    /** Returns a copy with other values. */
    public Project with(Slug otherSlug, Name otherName, Description otherDescription) {
        return copy(
                organizationId, organization, otherSlug, otherName, otherDescription, revision, updatedAt, deletedAt);
    }

    /** Returns a copy that belongs to another organization. */
    public Project movedTo(Organization other) {
        return copy(other.id(), other.slug(), slug, name, description, revision, updatedAt, deletedAt);
    }

    /** Returns a copy with the next revision. */
    public Project revised(Instant at) {
        return next(Timeline.next(updatedAt, at), null);
    }

    /** Returns a copy with the next revision, in the trash. */
    public Project trashed(Instant at) {
        Instant time = Timeline.next(updatedAt, at);
        return next(time, time);
    }

    private Project next(Instant at, Instant trashedAt) {
        return copy(organizationId, organization, slug, name, description, revision + 1, at, trashedAt);
    }

    private Project copy(
            Id organizationId,
            Slug organization,
            Slug slug,
            Name name,
            Description description,
            long revision,
            Instant updatedAt,
            Instant deletedAt) {
        return new Project(
                id,
                organizationId,
                organization,
                slug,
                name,
                description,
                sandboxId,
                liveId,
                revision,
                createdAt,
                updatedAt,
                deletedAt);
    }
}
