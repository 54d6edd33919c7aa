package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;
import java.util.List;

/**
 * An environment as usage is recorded for it, in the trash or not.
 *
 * @param deletedAt since when its project is in the trash; null where it is not
 * @param owners whose its project was, the first owner first
 */
public record UsageEnvironment(Id id, Id projectId, Mode mode, Instant deletedAt, List<Ownership> owners) {
    /**
     * Owner of a project from a time on.
     *
     * @param reference what the environment is called there, or was last called there: {@code acme/website:live}; null
     *     where the organization was removed for good
     */
    public record Ownership(Instant from, Id organizationId, String reference) {}

    /** The present, which is no time before its project got the owner it has, or went to the trash. */
    public Instant present(Instant now) {
        Instant present = Timeline.present(owners.get(owners.size() - 1).from(), now);
        return deletedAt == null ? present : Timeline.next(deletedAt, present);
    }

    /** Whose the project was at that time; null before there was a project. */
    public Ownership ownerAt(Instant at) {
        Ownership owner = null;
        for (Ownership ownership : owners) {
            if (!ownership.from().isAfter(at)) {
                owner = ownership;
            }
        }
        return owner;
    }
}
