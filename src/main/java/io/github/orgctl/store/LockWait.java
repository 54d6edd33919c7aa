package io.github.orgctl.store;

import java.util.concurrent.ThreadLocalRandom;
import org.sqlite.BusyHandler;

/**
 * Waits for another connection's lock. SQLite's own waiting asks less and less often, so that whoever came last wins and
 * some never do. Here everybody asks equally often, at random, and so has the same chance.
 */
final class LockWait extends BusyHandler {
    private static final int LONGEST_PAUSE_MILLIS = 16;

    private final long limitNanos;
    private long began;

    LockWait(long limitMillis) {
        this.limitNanos = limitMillis * 1_000_000;
    }

    /** Zero gives up. */
    @Override
    protected int callback(int earlierCalls) {
        if (earlierCalls == 0) {
            began = System.nanoTime();
        }
        if (System.nanoTime() - began >= limitNanos) {
            return 0;
        }
        try {
            Thread.sleep(1L + ThreadLocalRandom.current().nextInt(Math.min(LONGEST_PAUSE_MILLIS, 2 << Math.min(earlierCalls, 8))));
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
