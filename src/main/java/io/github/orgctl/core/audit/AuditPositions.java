package io.github.orgctl.core.audit;

import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.value.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Positions of a reader who follows the audit log, chain by chain: sequences, since clocks may differ.
 */
public final class AuditPositions {
    private final Map<Id, Long> positions = new HashMap<>();
    private AuditScope scope;

    /** What is followed, by ids, which stay when names change; null before it has begun. */
    AuditScope scope() {
        return scope;
    }

    /** Takes everything in the scope up to these heads for seen. */
    void begin(AuditScope followed, List<AuditHead> heads) {
        scope = followed;
        for (AuditHead head : heads) {
            scope(head.organizationId(), head.sequence());
        }
    }

    /** The sequence of the last event that was seen, or 0. */
    long of(Id organizationId) {
        return positions.getOrDefault(organizationId, 0L);
    }

    void scope(Id organizationId, long sequence) {
        positions.put(organizationId, sequence);
    }
}
