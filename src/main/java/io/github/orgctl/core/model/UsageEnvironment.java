package io.github.orgctl.core.model;

import java.time.Instant;
import java.util.List;

/**
 * An environment as usage is recorded for it, in the trash or not.
 *
 * @param reference what it is called: {@code acme/website:live}
 * @param owners whose its project was, the first owner first
 */
public record UsageEnvironment(Id id, Id projectId, Mode mode, String reference, List<Ownership> owners) {
    /** Whose a project was from a time until the next one's. */
    public record Ownership(Instant from, Id organizationId) {}

    /** The organization that owns the project now. */
    public Id owner() {
        return owners.get(owners.size() - 1).organizationId();
    }

    /** The organization that owned the project at that time; null before there was a project. */
    public Id ownerAt(Instant at) {
        Id owner = null;
        for (Ownership ownership : owners) {
            if (!ownership.from().isAfter(at)) {
                owner = ownership.organizationId();
            }
        }
        return owner;
    }
}
