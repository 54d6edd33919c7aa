package io.github.orgctl.core.organization;

import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.model.configuration.Key;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A planned change that gives an environment the values of an earlier revision.
 *
 * @param secrets the keys of secrets whose version is no longer kept, and which stay as they are
 */
public record Rollback(PendingUpdate update, List<Key> secrets) {
    /** What to tell somebody who may think that all of it went back. */
    public List<String> notices() {
        if (secrets.isEmpty()) {
            return List.of();
        }
        String keys = secrets.stream().map(Key::path).collect(Collectors.joining(", "));
        return List.of("secrets whose version is no longer kept stay as they are: " + keys);
    }
}
