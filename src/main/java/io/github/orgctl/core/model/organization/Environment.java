package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;

/**
 * The sandbox or live environment of a project. Its id is the <em>environment ID</em> that client software embeds.
 *
 * @param revision 1 when created; incremented by each change, and raised to a higher range when the store is restored
 * @param lock lock that prevents changes, or null
 * @param project slug of its project
 * @param organization slug of the owning organization
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
    /** Whether it was never changed. */
    public boolean isNew() {
        return revision % StoreIdentity.REVISIONS == 1;
    }

    /** Returns a copy with the next revision. */
    public Environment revised(Instant at) {
        return with(revision + 1, lock, Timeline.next(updatedAt, at));
    }

    /** Returns a copy as of an earlier revision, made at a given time. */
    public Environment asOf(long last, Instant at) {
        return with(last, lock, at);
    }

    /**
     * Returns a copy with another lock.
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

    /** Returns the environment as of a time, without an expired lock. */
    public Environment at(Instant now) {
        boolean ended = lock != null && lock.until() != null && !lock.until().isAfter(now);
        return ended ? with(revision, null, updatedAt) : this;
    }

    /** Reference in commands: {@code ORG/PROJECT:MODE}. */
    public String reference() {
        return organization + "/" + project + ":" + mode;
    }
}
