package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
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
        Instant updatedAt) {
    /** The same environment one revision later. */
    public Environment revised(Instant at) {
        return with(revision + 1, lock, Timeline.next(updatedAt, at));
    }

    /** The same environment as if this revision, which was made at that time, were its last. */
    public Environment asOf(long last, Instant at) {
        return with(last, lock, at);
    }

    /**
     * The same environment with another lock.
     *
     * @param other null for none
     */
    public Environment locked(Lock other, Instant at) {
        return with(revision, other, Timeline.next(updatedAt, at));
    }

    private Environment with(long otherRevision, Lock other, Instant at) {
        return new Environment(
                id, mode, otherRevision, other, projectId, project, organizationId, organization, createdAt, at);
    }

    /** The same environment as it is at that time: a lock that has ended by then is none. */
    public Environment at(Instant now) {
        boolean ended = lock != null && lock.until() != null && !lock.until().isAfter(now);
        return ended ? with(revision, null, updatedAt) : this;
    }

    /** Reference in commands: {@code ORG/PROJECT:MODE}. */
    public String reference() {
        return organization + "/" + project + ":" + mode;
    }
}
