package io.github.orgctl.core.model;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/** Where chains of the audit trail once ended, as somebody wrote down; any number for each chain. */
public final class KeptHeads {
    private final NavigableMap<Id, NavigableMap<Long, String>> hashes = new TreeMap<>();

    public void add(AuditHead head) {
        hashes.computeIfAbsent(head.organizationId(), id -> new TreeMap<>()).put(head.sequence(), head.hash());
    }

    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** The organizations whose chains they are of. */
    public NavigableSet<Id> organizations() {
        return hashes.navigableKeySet();
    }

    /** The hashes of one chain by the sequences of their events; empty where none is known. */
    public NavigableMap<Long, String> of(Id organizationId) {
        return hashes.getOrDefault(organizationId, new TreeMap<>());
    }
}
