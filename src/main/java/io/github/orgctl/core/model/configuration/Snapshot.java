package io.github.orgctl.core.model.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that an environment holds at one time.
 *
 * @param secrets the mark of each secret
 */
public record Snapshot(Configuration values, Map<Key, SecretMark> secrets) {
    /** What an environment holds now. */
    public static Snapshot of(Configuration values, Map<Key, Secret> secrets) {
        Map<Key, SecretMark> marks = new TreeMap<>();
        secrets.forEach((key, secret) -> marks.put(key, secret.mark()));
        return new Snapshot(values, marks);
    }

    /**
     * Changes that turn this configuration into the other, ordered by key. A key that is a value in one and a
     * secret in the other is removed as the one and added as the other.
     */
    public List<KeyChange> changesTo(Snapshot other) {
        return changesTo(other, false);
    }

    /** The same with what another environment holds: whether two of their secrets have equal values is not told. */
    public List<KeyChange> differencesTo(Snapshot other) {
        return changesTo(other, true);
    }

    private List<KeyChange> changesTo(Snapshot other, boolean elsewhere) {
        List<KeyChange> changes = new ArrayList<>(values.changesTo(other.values));
        for (var entry : secrets.entrySet()) {
            SecretMark after = other.secrets.get(entry.getKey());
            boolean untold = elsewhere && after != null && entry.getValue().isUntold(after);
            if (!entry.getValue().equals(after) && !untold) {
                changes.add(KeyChange.ofSecret(entry.getKey(), entry.getValue(), after));
            }
        }
        for (var entry : other.secrets.entrySet()) {
            if (!secrets.containsKey(entry.getKey())) {
                changes.add(KeyChange.ofSecret(entry.getKey(), null, entry.getValue()));
            }
        }
        Collections.sort(changes);
        return changes;
    }
}
