package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Failure;
import java.util.concurrent.ThreadLocalRandom;

/** Waits before something is tried again. */
public final class Backoff {
    private static final int LONGEST_MILLIS = 500;

    private Backoff() {}

    /** Waits longer each time, and never as long as a rival does, so that two don't collide for ever. */
    public static void afterAttempt(int attempt) {
        int longest = Math.min(LONGEST_MILLIS, 4 << Math.min(attempt, 7));
        millis(ThreadLocalRandom.current().nextInt(longest) + 1);
    }

    /**
     * @throws Failure BUSY when the thread is interrupted
     */
    public static void millis(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Kind.BUSY, "interrupted while waiting for the store");
        }
    }
}
