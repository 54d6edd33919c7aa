package io.github.orgctl.store.sqlite;

import java.io.File;
import java.util.concurrent.ThreadLocalRandom;
import org.sqlite.BusyHandler;

/**
 * Busy handler that waits for another connection's lock. SQLite's own handler polls less and less often, so that late
 * arrivals win and some writers starve. This one queues writers first, then polls at short random intervals.
 */
public final class LockWait extends BusyHandler {
    private static final int LONGEST_PAUSE_MILLIS = 8;

    private final long limitNanos;
    private final WriterQueue queue;
    private long began;

    /**
     * @param file store to be changed; null for a reader, which does not queue
     */
    public LockWait(long limitMillis, File file) {
        this.limitNanos = limitMillis * 1_000_000;
        this.queue = file == null ? null : new WriterQueue(file);
    }

    /** Returns zero to give up. */
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

    /** Leaves the queue, so that the next writer may proceed. */
    void end() {
        if (queue != null) {
            queue.close();
        }
    }
}
