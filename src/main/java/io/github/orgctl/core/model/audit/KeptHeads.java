package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.value.Id;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Previously exported heads of audit logs: any number for each chain, all of which must match. Two heads of one event
 * with different hashes can't both match.
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

    /** Organizations with at least one head. */
    public NavigableSet<Id> organizations() {
        return hashes.navigableKeySet();
    }

    /** Hashes of one organization's heads by sequence number; empty if there are none. */
    public NavigableMap<Long, Set<String>> of(Id organizationId) {
        return hashes.getOrDefault(organizationId, new TreeMap<>());
    }
}
