package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;

/** Optimistic concurrency: prevents an edit from overwriting changes that the user has not seen. */
public final class Revisions {
    private Revisions() {}

    /**
     * @param expected the revision that the edit is based on, or null for any
     * @throws Failure CONFLICT if the resource has another revision
     */
    public static void check(Long expected, long actual, String what) {
        if (expected != null && expected != actual) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    what + " has revision " + actual + ", not " + expected,
                    Advice.REPEAT_WITH_REVISION.of(actual));
        }
    }
}
