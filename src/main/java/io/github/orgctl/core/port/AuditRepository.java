package io.github.orgctl.core.port;

import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.ChainEnd;
import io.github.orgctl.core.model.audit.EventFilter;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.audit.StoredEvent;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import java.util.List;
import java.util.Optional;

/** Where the audit trail is kept, which only ever grows: a chain for each organization, which outlives it. */
public interface AuditRepository {
    /** The last event of the organization's chain, if it has any. */
    Optional<AuditHead> head(Id organizationId);

    /** The same, with its time. */
    Optional<ChainEnd> end(Id organizationId);

    /** The last event of each chain within reach, by the organizations' ids; without the {@link #strays}. */
    List<AuditHead> heads(AccessScope scope);

    /** What events within reach are kept under that is no organization's id, as after an edit by hand. */
    List<String> strays(AccessScope scope);

    /**
     * Adds an event at the end of a chain.
     *
     * @param head where the chain ends with it
     * @param event its canonical text
     */
    void append(AuditHead head, String event);

    /** The event with that place in the chain, if there is one. */
    Optional<RecordedEvent> find(Id organizationId, long sequence);

    /**
     * Events of one organization in the order of the chain; of several in the order of time, then of the organizations'
     * ids and their chains; or in the page's order.
     *
     * @param scope of which project and mode don't matter
     */
    Listing<RecordedEvent> list(AccessScope scope, EventFilter filter, Page<RecordedEvent> page);

    /** A whole chain in its order, as it is kept. */
    Listing<StoredEvent> chain(Id organizationId);
}
