package io.github.orgctl.core.port;

import io.github.orgctl.core.model.AuditHead;
import io.github.orgctl.core.model.Id;
import java.util.Optional;

/** Where the audit trail is kept, which only ever grows: a chain for each organization, which outlives it. */
public interface AuditRepository {
    /** The last event of the organization's chain, if it has any. */
    Optional<AuditHead> head(Id organizationId);

    /**
     * Adds an event at the end of a chain.
     *
     * @param head where the chain ends with it
     * @param event its canonical text
     */
    void append(AuditHead head, String event);
}
