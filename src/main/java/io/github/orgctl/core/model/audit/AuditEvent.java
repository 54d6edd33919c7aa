package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import java.time.Instant;
import java.util.List;

/**
 * Audit event of one organization, stored permanently.
 *
 * @param sequence sequence number within the organization, from 1
 * @param at to the millisecond
 * @param actor the mailbox of a person, or {@code os:USER@HOST}
 * @param token name and last characters of the token in use, or null
 * @param action name of the action, such as {@code project.create}
 * @param target name of the target at that time
 * @param correlation shared by all events of one command
 * @param previous hash of the previous event, or zeros for the first
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
    /** The canonical text that is hashed. */
    public String text() {
        return CanonicalEvent.of(this);
    }
}
