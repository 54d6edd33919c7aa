package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.time.Instant;

/**
 * An organization: groups projects and is billed separately. Name and slug are unique among organizations that are not
 * in the trash.
 *
 * @param revision 1 when created, incremented by each change
 * @param projects number of projects, without those in the trash
 * @param createdAt to the millisecond
 * @param updatedAt to the millisecond
 * @param deletedAt when it was moved to the trash, or null
 */
public record Organization(
        Id id,
        Slug slug,
        Name name,
        WebsiteUrl websiteUrl,
        Description description,
        LiveWrites liveWrites,
        long projects,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        Instant deletedAt) {
    /** Returns a copy with the number of projects that the acting identity may see. */
    public Organization withProjects(long seen) {
        return new Organization(
                id, slug, name, websiteUrl, description, liveWrites, seen, revision, createdAt, updatedAt, deletedAt);
    }

    /** Returns a copy with other values. */
    public Organization with(
            Slug otherSlug,
            Name otherName,
            WebsiteUrl otherWebsite,
            Description otherDescription,
            LiveWrites otherLiveWrites) {
        return new Organization(
                id,
                otherSlug,
                otherName,
                otherWebsite,
                otherDescription,
                otherLiveWrites,
                projects,
                revision,
                createdAt,
                updatedAt,
                deletedAt);
    }

    /** Returns a copy with the next revision. */
    public Organization revised(Instant at) {
        return next(Timeline.next(updatedAt, at), null);
    }

    /** Returns a copy with the next revision, in the trash. */
    public Organization trashed(Instant at) {
        Instant time = Timeline.next(updatedAt, at);
        return next(time, time);
    }

    private Organization next(Instant at, Instant trashedAt) {
        return new Organization(
                id, slug, name, websiteUrl, description, liveWrites, projects, revision + 1, createdAt, at, trashedAt);
    }
}
