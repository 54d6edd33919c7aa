package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.ConfinedActions;
import io.github.orgctl.core.model.value.Id;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Filter for audit events. Null fields match everything.
 *
 * @param projectId project that the event concerns, including its parts
 * @param actor actor as named in the audit log
 * @param target target as named in the audit log
 * @param actions actions to include
 * @param since earliest time, inclusive
 * @param until latest time, exclusive
 * @param confined actions whose events match only in some organizations, whatever else is requested
 * @param after sequence number in each chain after which events match, or 0
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
    /** Matches all events. */
    public static final EventFilter NONE = new EventFilter(null, null, null, null, null, null, List.of(), 0);

    /** Returns a filter for events after a sequence number, without a time range. */
    public EventFilter from(long sequence) {
        return new EventFilter(projectId, actor, target, actions, null, null, confined, sequence);
    }
}
