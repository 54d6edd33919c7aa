package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Lock;
import java.util.List;

/**
 * An environment that was locked.
 *
 * @param replaced the previous lock, or null
 */
public record Locking(Environment environment, Lock replaced) {
    /** Notice about the replaced lock, if any. */
    public List<String> notices() {
        if (replaced == null) {
            return List.of();
        }
        String end = replaced.until() == null ? "without an end" : "until " + replaced.until();
        return List.of("replaces the lock " + end + ": " + replaced.reason());
    }
}
