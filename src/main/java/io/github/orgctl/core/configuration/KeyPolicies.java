package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds what a schema says of a key: there, or at a key above it. */
public final class KeyPolicies {
    private final NavigableMap<String, List<KeyPolicy>> byPath = new TreeMap<>();

    public KeyPolicies(List<KeyPolicy> policies) {
        for (KeyPolicy policy : policies) {
            byPath.computeIfAbsent(policy.key().path(), path -> new ArrayList<>())
                    .add(policy);
        }
    }

    /** What either says. */
    public KeyPolicies and(KeyPolicies other) {
        List<KeyPolicy> all = new ArrayList<>();
        byPath.values().forEach(all::addAll);
        other.byPath.values().forEach(all::addAll);
        return new KeyPolicies(all);
    }

    /** What is said of a key or of a place within its value, the nearest first. */
    List<KeyPolicy> of(String path) {
        if (byPath.isEmpty()) {
            return List.of();
        }
        List<KeyPolicy> found = new ArrayList<>();
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            found.addAll(byPath.getOrDefault(path.substring(0, end), List.of()));
        }
        return found;
    }

    /** Whether any key is protected. */
    boolean protectsAny() {
        return byPath.values().stream()
                .flatMap(List::stream)
                .anyMatch(policy -> policy.critical() || policy.downgrade() || policy.staysWhereItIs());
    }

    public boolean isNeverPromoted(Key key) {
        return ofWhole(key).stream().anyMatch(KeyPolicy::staysWhereItIs);
    }

    public boolean isCritical(Key key) {
        return ofWhole(key).stream().anyMatch(KeyPolicy::critical);
    }

    /** Whether a value at a key, or at a place within a key's value, may become laxer in live only by itself. */
    boolean guardsDowngrade(String path) {
        return of(path).stream().anyMatch(KeyPolicy::downgrade);
    }

    /** With what is said of parts of the key's own value, where that is an object: it can't go over in parts. */
    List<KeyPolicy> ofWhole(Key key) {
        if (byPath.isEmpty()) {
            return List.of();
        }
        List<KeyPolicy> found = of(key.path());
        byPath.subMap(key.path() + ".", key.path() + "/").values().forEach(found::addAll);
        return found;
    }
}
