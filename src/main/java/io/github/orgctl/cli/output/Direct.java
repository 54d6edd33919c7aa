package io.github.orgctl.cli.output;

import java.io.IOException;
import java.io.OutputStream;

/** Writes each piece to a stream immediately, and never closes it. */
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
