package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import java.time.Instant;
import java.util.List;

/**
 * Audit event of one organization, stored permanently.
 *
 * @param sequence 1 for the organization's first, one higher for each
 * @param at to the millisecond
 * @param actor who did it: the mailbox of a person, or {@code os:USER@HOST}
 * @param token the name and the ending of the token it was done with, or null
 * @param action what they did, such as {@code project.create}
 * @param target what it was done to, as it was called then
 * @param correlation the same for all events of one command
 * @param previous the hash of the event before it, or of none
 */
public record AuditEvent(
        long sequence,
        Instant at,
        String actor,
        String token,
        String action,
        Target target,
        List<FieldChange> changes,
        Id correlation,
        String previous) {
    /** Its one text, over which its hash is taken. */
    public String text() {
        return CanonicalEvent.of(this);
    }
}
