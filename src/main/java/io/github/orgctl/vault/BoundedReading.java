package io.github.orgctl.vault;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a stream with a time limit, on a separate thread that is abandoned on timeout because a blocking system call
 * can't be interrupted.
 */
final class BoundedReading {
    /** Maximum length of a value. One more byte is read to detect longer ones. */
    static final int MAX_BYTES = 1024 * 1024;

    /** Opens the stream, which may block too. */
    interface Source {
        InputStream open() throws IOException;
    }

    private final FutureTask<byte[]> task;
    private final long end;

    private BoundedReading(FutureTask<byte[]> task, long end) {
        this.task = task;
        this.end = end;
    }

    static BoundedReading of(Source source, Duration timeout) {
        FutureTask<byte[]> task = new FutureTask<>(() -> {
            try (InputStream in = source.open()) {
                return in.readNBytes(MAX_BYTES + 1);
            }
        });
        Thread thread = new Thread(task, "reference");
        thread.setDaemon(true);
        thread.start();
        return new BoundedReading(task, System.nanoTime() + timeout.toNanos());
    }

    /** Returns the content, or null on timeout. */
    byte[] bytes() throws IOException {
        try {
            return task.get(left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException over) {
            return null;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException problem) {
                throw problem;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    /** Whether a process ends within the remaining time. */
    boolean awaitEnd(Process process) {
        try {
            return process.waitFor(left(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private long left() {
        return Math.max(1, end - System.nanoTime());
    }

    private static Failure interrupted() {
        Thread.currentThread().interrupt();
        return new Failure(Failure.Kind.BUSY, "interrupted while reading the value of a secret reference");
    }
}
