package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;
import java.util.List;

/**
 * An environment as needed for recording usage; may be in the trash.
 *
 * @param deletedAt when its project was moved to the trash, or null
 * @param owners owners of its project, oldest first
 */
public record UsageEnvironment(Id id, Id projectId, Mode mode, Instant deletedAt, List<Ownership> owners) {
    /**
     * Ownership of a project from a time on.
     *
     * @param reference the environment's current or last name under this owner: {@code acme/website:live}; null if the
     *     organization was purged
     */
    public record Ownership(Instant from, Id organizationId, String reference) {}

    /** The current time, but not before the project's latest change of owner or deletion. */
    public Instant present(Instant now) {
        Instant present = Timeline.present(owners.get(owners.size() - 1).from(), now);
        return deletedAt == null ? present : Timeline.next(deletedAt, present);
    }

    /** The project's owner at a time; null before the project existed. */
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
