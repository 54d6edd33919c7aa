package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.time.Instant;

/**
 * Groups projects and is billed on its own. Name and slug are unique among the organizations that are not in the
 * trash.
 *
 * @param revision 1 when created, one higher with each change
 * @param projects how many projects it has, those in the trash left out
 * @param createdAt to the millisecond
 * @param updatedAt to the millisecond
 * @param deletedAt since when it is in the trash, or null
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
    /** The same organization as somebody sees it who sees so many of its projects. */
    public Organization withProjects(long seen) {
        return new Organization(
                id, slug, name, websiteUrl, description, liveWrites, seen, revision, createdAt, updatedAt, deletedAt);
    }

    /** The same organization with other values. */
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

    /** The same organization one revision later. */
    public Organization revised(Instant at) {
        return next(Timeline.next(updatedAt, at), null);
    }

    /** The same organization one revision later and in the trash. */
    public Organization trashed(Instant at) {
        Instant time = Timeline.next(updatedAt, at);
        return next(time, time);
    }

    private Organization next(Instant at, Instant trashedAt) {
        return new Organization(
                id, slug, name, websiteUrl, description, liveWrites, projects, revision + 1, createdAt, at, trashedAt);
    }
}
