package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.ConfinedActions;
import io.github.orgctl.core.model.value.Id;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Filter of audit events. Null matches everything.
 *
 * @param projectId that the event is about, or about a part of
 * @param actor as the trail names who did it
 * @param target as the trail names what it was done to
 * @param actions one of which was done
 * @param since the earliest time
 * @param until the first time that is too late
 * @param confined actions whose events don't fit but in some organizations, whatever is asked for
 * @param after the sequence behind which events begin in each chain, or 0
 */
public record EventFilter(
        Id projectId,
        String actor,
        String target,
        Set<Action> actions,
        Instant since,
        Instant until,
        List<ConfinedActions> confined,
        long after) {
    /** All events. */
    public static final EventFilter NONE = new EventFilter(null, null, null, null, null, null, List.of(), 0);

    /** The same of whatever has come to a chain since, at whatever time. */
    public EventFilter from(long sequence) {
        return new EventFilter(projectId, actor, target, actions, null, null, confined, sequence);
    }
}
