package io.github.orgctl.core.model.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Keys that a command works on.
 *
 * @param keys the keys themselves, or empty for all
 * @param only the key at or below which they have to be, or null for all
 */
public record KeySelection(List<Key> keys, Key only) {
    public static final KeySelection ALL = new KeySelection(List.of(), null);

    public boolean includes(Key key) {
        return (keys.isEmpty() || keys.contains(key)) && (only == null || only.covers(key));
    }

    /** The selected part of a map. */
    public <V> NavigableMap<Key, V> of(NavigableMap<Key, V> all) {
        NavigableMap<Key, V> selected = new TreeMap<>();
        all.forEach((key, value) -> {
            if (includes(key)) {
                selected.put(key, value);
            }
        });
        return selected;
    }

    /** The keys named that are not among these. */
    public List<Key> missing(Collection<Key> present) {
        List<Key> missing = new ArrayList<>(keys);
        missing.removeAll(present);
        return missing;
    }
}
