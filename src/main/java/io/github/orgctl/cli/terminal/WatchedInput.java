package io.github.orgctl.cli.terminal;

import java.io.IOException;
import java.io.InputStream;

/**
 * Input of a terminal whose reads time out after a tenth of a second. Reads that repeatedly end at once mean that the
 * terminal is gone.
 */
final class WatchedInput implements KeyDecoder.Keyboard {
    private static final long AT_ONCE_NANOS = 20_000_000;
    private static final int LIMIT = 50;

    private final InputStream in;
    private int endsAtOnce;

    WatchedInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        long begin = System.nanoTime();
        int next = in.read();
        endsAtOnce = next < 0 && System.nanoTime() - begin < AT_ONCE_NANOS ? endsAtOnce + 1 : 0;
        if (endsAtOnce > LIMIT) {
            throw new IOException("its input has ended");
        }
        return next;
    }
}
