package io.github.orgctl.core.organization;

import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.model.configuration.Key;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An environment whose values are those of an earlier revision.
 *
 * @param secrets the keys of those that are not as they were then, and stay so
 */
public record Rollback(EnvironmentUpdate revised, List<Key> secrets) {
    /** What to tell somebody who may think that all of it went back. */
    public List<String> notices() {
        if (secrets.isEmpty()) {
            return List.of();
        }
        String keys = secrets.stream().map(Key::path).collect(Collectors.joining(", "));
        return List.of("secrets changed since then are not rolled back: " + keys);
    }
}
