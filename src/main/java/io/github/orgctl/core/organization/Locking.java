package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Lock;
import java.util.List;

/**
 * An environment that was locked.
 *
 * @param replaced another lock that held before, or null
 */
public record Locking(Environment environment, Lock replaced) {
    /** What to tell somebody who may not know of the lock that went. */
    public List<String> notices() {
        if (replaced == null) {
            return List.of();
        }
        String end = replaced.until() == null ? "without an end" : "until " + replaced.until();
        return List.of("replaces the lock " + end + ": " + replaced.reason());
    }
}
