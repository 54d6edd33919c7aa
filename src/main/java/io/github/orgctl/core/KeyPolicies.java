package io.github.orgctl.core;

import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.KeyPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds what a schema says of a key: there, or at a key above it. */
final class KeyPolicies {
    private final NavigableMap<String, KeyPolicy> byPath = new TreeMap<>();

    KeyPolicies(List<KeyPolicy> policies) {
        for (KeyPolicy policy : policies) {
            byPath.put(policy.key().path(), policy);
        }
    }

    /** What is said of a key or of a place within its value, the nearest first. */
    List<KeyPolicy> of(String path) {
        if (byPath.isEmpty()) {
            return List.of();
        }
        List<KeyPolicy> found = new ArrayList<>();
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            KeyPolicy policy = byPath.get(path.substring(0, end));
            if (policy != null) {
                found.add(policy);
            }
        }
        return found;
    }

    boolean isNeverPromoted(Key key) {
        return of(key.path()).stream().anyMatch(KeyPolicy::neverPromoted)
                || within(key).stream().anyMatch(KeyPolicy::neverPromoted);
    }

    boolean isCritical(Key key) {
        return of(key.path()).stream().anyMatch(KeyPolicy::critical)
                || within(key).stream().anyMatch(KeyPolicy::critical);
    }

    /** What is said of parts of the key's own value, where that is an object: it can't go over in parts. */
    private Collection<KeyPolicy> within(Key key) {
        return byPath.subMap(key.path() + ".", key.path() + "/").values();
    }
}
