package io.github.orgctl.cli.output;

import java.io.IOException;
import java.io.OutputStream;

/** Hands every piece on to a stream at once, and never closes it. */
record Direct(OutputStream out) implements Sink {
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        out.flush();
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
