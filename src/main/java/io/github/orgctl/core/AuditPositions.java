package io.github.orgctl.core;

import io.github.orgctl.core.model.AuditHead;
import io.github.orgctl.core.model.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far somebody has followed the audit trail, chain by chain: by sequences, since clocks may differ. */
public final class AuditPositions {
    private final Map<Id, Long> positions = new HashMap<>();
    private boolean begun;

    boolean haveBegun() {
        return begun;
    }

    /** Takes everything up to these heads for seen. */
    void begin(List<AuditHead> heads) {
        begun = true;
        for (AuditHead head : heads) {
            reach(head.organizationId(), head.sequence());
        }
    }

    /** The sequence of the last event that was seen, or 0. */
    long of(Id organizationId) {
        return positions.getOrDefault(organizationId, 0L);
    }

    void reach(Id organizationId, long sequence) {
        positions.put(organizationId, sequence);
    }
}
