package io.github.orgctl.cli.output;

import java.io.IOException;

/** Destination of rendered output. */
interface Sink {
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Comes behind the last byte, and hands everything on. */
    void finish() throws IOException;

    /** Comes instead of {@link #finish} where the output breaks off. */
    default void abandon() throws IOException {
        finish();
    }

    /** Whether the reader has seen enough, which is no failure. */
    default boolean hasQuit() {
        return false;
    }
}
