package io.github.orgctl.core.audit;

import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.audit.EventText;
import io.github.orgctl.core.model.audit.StoredEvent;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.port.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Verifies a chain event by event, up to the first invalid one. Hashing takes half of the time, so another thread
 * hashes each batch while the previous one is checked.
 */
final class ChainCheck implements Consumer<StoredEvent> {
    private static final int BATCH_BYTES = 256 * 1024;

    private final Id organizationId;
    private final NavigableMap<Long, Set<String>> kept;
    private final EventText text = new EventText();
    private List<StoredEvent> batch = new ArrayList<>();
    private int bytes;
    private List<StoredEvent> earlier = List.of();
    private CompletableFuture<List<String>> earlierHashes = CompletableFuture.completedFuture(List.of());
    private long last;
    private String head = AuditTrail.NO_EVENT;
    private String organization;
    private Long brokenAt;
    private String problem;

    /**
     * @param kept expected hashes by sequence number
     */
    ChainCheck(Id organizationId, NavigableMap<Long, Set<String>> kept) {
        this.organizationId = organizationId;
        this.kept = kept;
    }

    ChainVerdict of(Listing<StoredEvent> chain) {
        chain.forEach(this);
        check(earlier, earlierHashes.join());
        check(batch, hashes(batch));
        Long missing = kept.higherKey(last);
        if (problem == null && missing != null) {
            found(last + 1, "it is missing: the chain ends before it, but a kept head is at " + missing);
        }
        if (problem == null && last == 0) {
            found(1, "it is missing: the organization has no events");
        }
        Long keptHead = kept.isEmpty() ? null : kept.lastKey();
        return new ChainVerdict(
                organizationId.value(), organization, last, last == 0 ? null : head, keptHead, brokenAt, problem);
    }

    @Override
    public void accept(StoredEvent event) {
        if (problem != null) {
            return;
        }
        batch.add(event);
        bytes += event.text().length;
        if (bytes >= BATCH_BYTES) {
            List<StoredEvent> full = batch;
            CompletableFuture<List<String>> hashes = CompletableFuture.supplyAsync(() -> hashes(full));
            check(earlier, earlierHashes.join());
            earlier = full;
            earlierHashes = hashes;
            batch = new ArrayList<>();
            bytes = 0;
        }
    }

    private static List<String> hashes(List<StoredEvent> events) {
        Sha256 digest = new Sha256();
        List<String> hashes = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            hashes.add(digest.next(event.text()));
        }
        return hashes;
    }

    private void check(List<StoredEvent> events, List<String> hashes) {
        for (int i = 0; i < events.size() && problem == null; i++) {
            check(events.get(i), hashes.get(i));
        }
    }

    private void check(StoredEvent event, String hash) {
        if (event.sequence() != last + 1) {
            found(last + 1, "it is missing: the next event is " + event.sequence());
            return;
        }
        String wrong = wrong(event, hash);
        if (wrong != null) {
            found(event.sequence(), wrong);
            return;
        }
        last = event.sequence();
        head = hash;
        // Slugs may change, but mostly did not.
        if (organization == null || !text.isCalled(organization)) {
            organization = text.organization();
        }
    }

    /** Describes the problem with an event, or returns null. */
    private String wrong(StoredEvent event, String hash) {
        if (!hash.equals(event.hash())) {
            return "its text does not match its stored hash";
        }
        try {
            text.read(event.text());
        } catch (Failure notCanonical) {
            return "its text is not in canonical form";
        }
        if (!text.isOf(organizationId)) {
            return "its text names another organization";
        }
        if (text.sequence() != event.sequence()) {
            return "its text names the sequence number " + text.sequence();
        }
        if (!text.follows(head)) {
            return "it does not follow the event before it";
        }
        String fault = text.fault();
        if (fault != null) {
            return "its text is not an event: " + fault;
        }
        return isKept(event) ? null : "it does not match the kept head";
    }

    /** Whether the event's hash matches all previously exported heads. */
    private boolean isKept(StoredEvent event) {
        Set<String> hashes = kept.isEmpty() ? null : kept.get(event.sequence());
        return hashes == null || hashes.equals(Set.of(event.hash()));
    }

    private void found(long sequence, String what) {
        brokenAt = sequence;
        problem = what;
    }
}
