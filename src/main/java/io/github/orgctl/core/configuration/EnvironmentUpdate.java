package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.organization.Environment;
import java.util.List;

/**
 * An environment after an edit.
 *
 * @param changes what the edit changed, in the order of the keys; empty where there was nothing to change, and the
 *     environment is as it was
 * @param deletedVersions how many versions of secrets it deleted for good
 * @param details what else it changed or dropped, for people
 */
public record EnvironmentUpdate(
        Environment environment, List<KeyChange> changes, long deletedVersions, List<String> details) {
    public EnvironmentUpdate(Environment environment, List<KeyChange> changes) {
        this(environment, changes, 0, List.of());
    }

    /** The same after something else was done, too. */
    EnvironmentUpdate and(long moreDeleted, List<String> moreDetails) {
        return new EnvironmentUpdate(environment, changes, deletedVersions + moreDeleted, moreDetails);
    }

    /** Whether nothing was there to change. */
    public boolean isNone() {
        return changes.isEmpty() && deletedVersions == 0 && details.isEmpty();
    }
}
