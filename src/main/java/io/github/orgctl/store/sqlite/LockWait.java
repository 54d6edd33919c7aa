package io.github.orgctl.store.sqlite;

import java.io.File;
import java.util.concurrent.ThreadLocalRandom;
import org.sqlite.BusyHandler;

/**
 * Waits for another connection's lock. SQLite's own waiting asks less and less often, so that whoever came last wins and
 * some never do. Here a writer waits for its turn first, and then asks at short, random intervals.
 */
public final class LockWait extends BusyHandler {
    private static final int LONGEST_PAUSE_MILLIS = 8;

    private final long limitNanos;
    private final WriterQueue queue;
    private long began;

    /**
     * @param file what it wants to change; null for a reader, who waits for no turn
     */
    public LockWait(long limitMillis, File file) {
        this.limitNanos = limitMillis * 1_000_000;
        this.queue = file == null ? null : new WriterQueue(file);
    }

    /** Zero gives up. */
    @Override
    protected int callback(int earlierCalls) {
        if (earlierCalls == 0) {
            began = System.nanoTime();
        }
        long left = limitNanos - (System.nanoTime() - began);
        if (left <= 0) {
            return 0;
        }
        try {
            if (queue != null) {
                queue.enter(left);
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS) + 1L);
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Lets the next one have its turn. */
    void end() {
        if (queue != null) {
            queue.close();
        }
    }
}
