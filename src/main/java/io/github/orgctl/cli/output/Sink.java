package io.github.orgctl.cli.output;

import java.io.IOException;

/** Destination of rendered output. */
interface Sink {
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Called after the last byte; flushes everything. */
    void finish() throws IOException;

    /** Called instead of {@link #finish} if the output is incomplete. */
    default void abandon() throws IOException {
        finish();
    }

    /** Whether the reader stopped reading, which is not an error. */
    default boolean hasQuit() {
        return false;
    }
}
