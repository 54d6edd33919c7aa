package io.github.orgctl.core.audit;

import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.value.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Positions in the chains of an audit log that is being followed. They are sequence numbers, because clocks may differ.
 */
public final class AuditPositions {
    private final Map<Id, Long> positions = new HashMap<>();
    private AuditScope scope;

    /** The followed scope, by ids so that renames don't matter; null before the first read. */
    AuditScope scope() {
        return scope;
    }

    /** Marks everything up to these heads as read. */
    void begin(AuditScope followed, List<AuditHead> heads) {
        scope = followed;
        for (AuditHead head : heads) {
            scope(head.organizationId(), head.sequence());
        }
    }

    /** Sequence number of the last event read, or 0. */
    long of(Id organizationId) {
        return positions.getOrDefault(organizationId, 0L);
    }

    void scope(Id organizationId, long sequence) {
        positions.put(organizationId, sequence);
    }
}
