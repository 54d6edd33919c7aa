package io.github.orgctl.core.organization;

import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.model.configuration.Key;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A planned change that gives an environment the values of an earlier revision.
 *
 * @param secrets keys of secrets whose version is no longer kept, which are unchanged
 */
public record Rollback(PendingUpdate update, List<Key> secrets) {
    /** Notice about secrets that were not rolled back, if any. */
    public List<String> notices() {
        if (secrets.isEmpty()) {
            return List.of();
        }
        String keys = secrets.stream().map(Key::path).collect(Collectors.joining(", "));
        return List.of("secrets whose version is no longer kept stay as they are: " + keys);
    }
}
