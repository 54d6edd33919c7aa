package io.github.orgctl.store.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes plain handles on a store's files, but only while this process has no connection to any store. POSIX drops all
 * locks that a process has on a file as soon as it closes one handle of that file. With SQLite's locks gone, another
 * process would take the log in use for a left-over and delete it.
 */
final class PlainHandles {
    private static final List<Closeable> WAITING = new ArrayList<>();
    private static int connections;

    private PlainHandles() {}

    /** To be called before a connection is opened. */
    static synchronized void connecting() {
        connections++;
    }

    /** To be called once a connection is closed. */
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

    /** Closes a handle now, or with the last connection. */
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
            // Nothing was written through it.
        }
    }
}
