package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;

/** Keeps edits from overwriting what the user has not seen. */
public final class Revisions {
    private Revisions() {}

    /**
     * @param expected the revision the edit was meant for, or null for whatever it is
     * @throws Failure CONFLICT when the resource has another revision
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
