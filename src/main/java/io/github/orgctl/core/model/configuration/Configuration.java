package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Page;
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

    /** The same with these values in place of those that their keys have. */
    public Configuration with(NavigableMap<Key, Value> others) {
        NavigableMap<Key, Value> merged = new TreeMap<>(values);
        merged.putAll(others);
        return new Configuration(merged);
    }

    /** The values behind a key in the order of the keys, as many as the page has. */
    public Configuration page(Page<Key> page) {
        NavigableMap<Key, Value> paged = new TreeMap<>();
        for (var entry : (page.after() == null ? values : values.tailMap(page.after(), false)).entrySet()) {
            if (page.limit() != null && paged.size() == page.limit()) {
                break;
            }
            paged.put(entry.getKey(), entry.getValue());
        }
        return new Configuration(paged);
    }

    /** The values by the segments of their keys: each is a {@link Value}, or another such map. */
    public NavigableMap<String, Object> tree() {
        NavigableMap<String, Object> tree = new TreeMap<>();
        for (var entry : values.entrySet()) {
            NavigableMap<String, Object> branch = tree;
            String path = entry.getKey().path();
            int start = 0;
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
                branch = branch(branch, path.substring(start, dot));
                start = dot + 1;
            }
            branch.put(path.substring(start), entry.getValue());
        }
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static NavigableMap<String, Object> branch(NavigableMap<String, Object> above, String segment) {
        return (NavigableMap<String, Object>) above.computeIfAbsent(segment, name -> new TreeMap<String, Object>());
    }

    /** Changes that turn this configuration into the other, ordered by key. */
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
