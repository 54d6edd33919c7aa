package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.value.Id;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where chains of the audit log once ended, as somebody wrote down: any number for each chain, and each of them counts.
 * Two that name one event with different hashes can't both fit.
 */
public final class KeptHeads {
    private final NavigableMap<Id, NavigableMap<Long, Set<String>>> hashes = new TreeMap<>();

    public void add(AuditHead head) {
        hashes.computeIfAbsent(head.organizationId(), id -> new TreeMap<>())
                .computeIfAbsent(head.sequence(), sequence -> new TreeSet<>())
                .add(head.hash());
    }

    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** Number of heads of one chain. */
    public int count(Id organizationId) {
        int count = 0;
        for (Set<String> ofEvent : of(organizationId).values()) {
            count += ofEvent.size();
        }
        return count;
    }

    /** The organizations whose chains they are of. */
    public NavigableSet<Id> organizations() {
        return hashes.navigableKeySet();
    }

    /** The hashes of one chain by the sequences of their events; empty where none is known. */
    public NavigableMap<Long, Set<String>> of(Id organizationId) {
        return hashes.getOrDefault(organizationId, new TreeMap<>());
    }
}
