package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Failure;
import java.util.concurrent.ThreadLocalRandom;

/** Delays between retries. */
public final class Backoff {
    private static final int LONGEST_MILLIS = 500;

    private Backoff() {}

    /** Sleeps with exponential backoff and random jitter, so that competing processes don't collide repeatedly. */
    public static void afterAttempt(int attempt) {
        int longest = Math.min(LONGEST_MILLIS, 4 << Math.min(attempt, 7));
        millis(ThreadLocalRandom.current().nextInt(longest) + 1);
    }

    /**
     * @throws Failure BUSY if the thread is interrupted
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
