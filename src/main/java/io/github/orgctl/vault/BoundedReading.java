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
 * The reading of something that may never end, on a thread of its own, which is left behind once the time is over: what
 * waits in the operating system can't be told to stop.
 */
final class BoundedReading {
    /** As much as is kept of a value; one byte more is read, to tell what is longer. */
    static final int MAX_BYTES = 1024 * 1024;

    /** What opens the stream, which may take its time as well. */
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

    /** The content, or null after a timeout. */
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

    /** Whether a process ends within what is left of the time. */
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
