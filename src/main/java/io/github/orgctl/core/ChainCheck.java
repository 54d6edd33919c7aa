package io.github.orgctl.core;

import io.github.orgctl.core.model.ChainVerdict;
import io.github.orgctl.core.model.EventText;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Sha256;
import io.github.orgctl.core.model.StoredEvent;
import io.github.orgctl.core.port.Listing;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Consumer;

/** Checks one chain of the audit trail, event by event, up to the first that does not fit. */
final class ChainCheck implements Consumer<StoredEvent> {
    private final Id organizationId;
    private final NavigableMap<Long, String> kept;
    private final EventText text = new EventText();
    private final Sha256 digest = new Sha256();
    private long last;
    private String head = AuditTrail.NO_EVENT;
    private String organization;
    private Long brokenAt;
    private String problem;

    /**
     * @param kept hashes that events must have, by their sequences
     */
    ChainCheck(Id organizationId, NavigableMap<Long, String> kept) {
        this.organizationId = organizationId;
        this.kept = kept;
    }

    ChainVerdict of(Listing<StoredEvent> chain) {
        chain.forEach(this);
        Map.Entry<Long, String> missing = kept.higherEntry(last);
        if (problem == null && missing != null) {
            found(last + 1, "the chain ends before it, and a kept head is at " + missing.getKey());
        }
        if (problem == null) {
            // Slugs change: the last event has the newest.
            organization = text.organization();
        }
        return new ChainVerdict(organizationId, organization, last, last == 0 ? null : head, brokenAt, problem);
    }

    @Override
    public void accept(StoredEvent event) {
        if (problem != null) {
            return;
        }
        if (event.sequence() != last + 1) {
            found(last + 1, "it is missing: the next one there is " + event.sequence());
            return;
        }
        String wrong = wrong(event);
        if (wrong != null) {
            found(event.sequence(), wrong);
            return;
        }
        if (last == 0) {
            organization = text.organization();
        }
        last = event.sequence();
        head = event.hash();
    }

    /** What is wrong with the event, or null. */
    private String wrong(StoredEvent event) {
        if (!digest.next(event.text()).equals(event.hash())) {
            return "its text does not have the hash that is kept with it";
        }
        try {
            text.read(event.text());
        } catch (Failure notCanonical) {
            return "its text is not in canonical form";
        }
        if (!text.isOf(organizationId)) {
            return "its text says that it is of another organization";
        }
        if (text.sequence() != event.sequence()) {
            return "its text says that it is the event " + text.sequence();
        }
        if (!text.follows(head)) {
            return "it does not follow the event before it";
        }
        String keptHash = kept.isEmpty() ? null : kept.get(event.sequence());
        if (keptHash != null && !keptHash.equals(event.hash())) {
            return "it is not the event that a kept head names";
        }
        return null;
    }

    private void found(long sequence, String what) {
        brokenAt = sequence;
        problem = what;
    }
}
