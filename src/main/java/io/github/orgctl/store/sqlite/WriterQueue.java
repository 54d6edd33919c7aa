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
 * Where processes line up that want to change a store while another one does: a lock on a byte of the file that SQLite
 * never uses, which the system hands on in the order in which it was asked for. Whoever has it is the next to ask SQLite.
 */
final class WriterQueue implements AutoCloseable {
    /** Behind everything that SQLite locks. */
    private static final long PLACE = 0x40010000L;

    private final File file;
    private RandomAccessFile handle;
    private FileLock lock;
    private boolean left;

    WriterQueue(File file) {
        this.file = file;
    }

    /** Waits for its turn, but no longer than that; does nothing where it has been waited for already. */
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
        // The system's own waiting knows no limit.
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
            // Given up meanwhile.
        } catch (IOException | OverlappingFileLockException withoutQueue) {
            // Then it is the chance that decides.
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
                // With the file.
            }
            lock = null;
            PlainHandles.close(handle);
        }
    }
}
