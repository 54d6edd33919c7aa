package io.github.orgctl.core.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The values of one environment by their keys, in the order of the keys. Never changes: edits make another. */
public record Configuration(NavigableMap<Key, Value> values) {
    public static final Configuration EMPTY = new Configuration(Collections.emptyNavigableMap());

    /** The value of a key, or null where it has none. */
    public Value get(Key key) {
        return values.get(key);
    }

    /** The same with all of these edits made. */
    public Configuration with(List<KeyEdit> edits) {
        NavigableMap<Key, Value> edited = new TreeMap<>(values);
        for (KeyEdit edit : edits) {
            if (edit.value() == null) {
                edited.remove(edit.key());
            } else {
                edited.put(edit.key(), edit.value());
            }
        }
        return new Configuration(edited);
    }

    /** What has to be done to this one to make it the other, in the order of the keys. */
    public List<KeyChange> changesTo(Configuration other) {
        List<KeyChange> changes = new ArrayList<>();
        for (var entry : values.entrySet()) {
            Value after = other.get(entry.getKey());
            if (!entry.getValue().equals(after)) {
                changes.add(new KeyChange(entry.getKey(), entry.getValue(), after));
            }
        }
        for (var entry : other.values.entrySet()) {
            if (!values.containsKey(entry.getKey())) {
                changes.add(new KeyChange(entry.getKey(), null, entry.getValue()));
            }
        }
        Collections.sort(changes);
        return changes;
    }
}
