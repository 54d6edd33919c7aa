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
 * @param organizationId the organization that owns it
 * @param organization that organization's slug
 * @param sandboxId the environment ID of its sandbox
 * @param liveId the environment ID of its live environment
 * @param revision 1 when created, one higher with each change
 * @param createdAt to the millisecond
 * @param updatedAt to the millisecond
 * @param deletedAt since when it is in the trash, or null
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
    /** The same project with other values. */
    public Project with(Slug otherSlug, Name otherName, Description otherDescription) {
        return copy(
                organizationId, organization, otherSlug, otherName, otherDescription, revision, updatedAt, deletedAt);
    }

    /** The same project in another organization. */
    public Project movedTo(Organization other) {
        return copy(other.id(), other.slug(), slug, name, description, revision, updatedAt, deletedAt);
    }

    /** The same project one revision later. */
    public Project revised(Instant at) {
        return next(Timeline.next(updatedAt, at), null);
    }

    /** The same project one revision later and in the trash. */
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
