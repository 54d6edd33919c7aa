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

/** Stores the append-only audit log: one chain of events per organization, kept after the organization is purged. */
public interface AuditRepository {
    /** The last event of an organization's chain. */
    Optional<AuditHead> head(Id organizationId);

    /** The last event of an organization's chain, with its time. */
    Optional<ChainEnd> end(Id organizationId);

    /** The last event of each chain in scope, ordered by organization id; excludes {@link #strays}. */
    List<AuditHead> heads(AccessScope scope);

    /**
     * Time of the latest event and the number of events at that time, counted to 100, so that it takes the same time in
     * every store; empty for none. Differs after a new event, unless 100 others have its time.
     */
    String latest();

    /** Invalid organization ids that events in scope are stored under, for example after a manual edit. */
    List<String> strays(AccessScope scope);

    /**
     * Appends an event to a chain.
     *
     * @param head the new head of the chain
     * @param event the event's canonical text
     */
    void append(AuditHead head, String event);

    /** Finds an event by its sequence number. */
    Optional<RecordedEvent> find(Id organizationId, long sequence);

    /**
     * Lists events: of one organization in chain order; of several by time, organization id and chain order; or in the
     * page's order.
     *
     * @param scope its projects and modes are ignored
     */
    Listing<RecordedEvent> list(AccessScope scope, EventFilter filter, Page<RecordedEvent> page);

    /** A whole chain in order, as stored. */
    Listing<StoredEvent> chain(Id organizationId);
}
