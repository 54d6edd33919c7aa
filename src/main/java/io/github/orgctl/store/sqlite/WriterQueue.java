package io.github.orgctl.store.sqlite;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A fair queue for processes that want to change a store. It is a lock on a byte that SQLite never uses, which the
 * operating system grants in the order of requests. The holder is the next to try SQLite's write lock.
 */
final class WriterQueue implements AutoCloseable {
    /** Offset after all of SQLite's lock bytes. */
    private static final long PLACE = 0x40010000L;

    private final File file;
    private RandomAccessFile handle;
    private FileLock lock;
    private boolean left;

    WriterQueue(File file) {
        this.file = file;
    }

    /** Waits for its turn up to the limit. Does nothing if it was already entered. */
    void enter(long limitNanos) throws InterruptedException {
        if (handle != null) {
            return;
        }
        try {
            handle = new RandomAccessFile(file, "rw");
        } catch (IOException withoutQueue) {
            return;
        }
        CountDownLatch turn = new CountDownLatch(1);
        // The system's blocking lock call has no timeout.
        Thread waiting = new Thread(() -> {
            take();
            turn.countDown();
        });
        waiting.setDaemon(true);
        waiting.start();
        turn.await(limitNanos, TimeUnit.NANOSECONDS);
    }

    private void take() {
        try {
            keep(handle.getChannel().lock(PLACE, 1, false));
        } catch (ClosedChannelException given) {
            // Timed out meanwhile.
        } catch (IOException | OverlappingFileLockException withoutQueue) {
            // Without the queue, the winner is random.
        }
    }

    private synchronized void keep(FileLock taken) throws IOException {
        if (left) {
            taken.release();
            PlainHandles.close(handle);
        } else {
            lock = taken;
        }
    }

    @Override
    public synchronized void close() {
        left = true;
        if (lock != null) {
            try {
                lock.release();
            } catch (IOException gone) {
                // The lock is released with the file.
            }
            lock = null;
            PlainHandles.close(handle);
        }
    }
}
