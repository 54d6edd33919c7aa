package io.github.orgctl.store.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Defers closing ordinary file handles on a store while this process has a connection open. When a process closes any
 * handle of a file, POSIX releases all its locks on that file. Without SQLite's locks, another process would treat the
 * write-ahead log in use as a left-over and delete it.
 */
final class PlainHandles {
    private static final List<Closeable> WAITING = new ArrayList<>();
    private static int connections;

    private PlainHandles() {}

    /** Must be called before a connection is opened. */
    static synchronized void connecting() {
        connections++;
    }

    /** Must be called after a connection is closed. */
    static synchronized void disconnected() {
        connections--;
        if (connections == 0) {
            for (Closeable handle : WAITING) {
                closeNow(handle);
            }
            WAITING.clear();
        }
    }

    static synchronized boolean isConnected() {
        return connections > 0;
    }

    /** Closes a handle immediately, or when the last connection is closed. */
    static synchronized void close(Closeable handle) {
        if (connections == 0) {
            closeNow(handle);
        } else {
            WAITING.add(handle);
        }
    }

    private static void closeNow(Closeable handle) {
        try {
            handle.close();
        } catch (IOException nothingToLose) {
            // Ignored: nothing was written through the handle.
        }
    }
}
