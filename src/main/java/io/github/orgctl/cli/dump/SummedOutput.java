package io.github.orgctl.cli.dump;

import io.github.orgctl.core.model.value.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A stream that computes the SHA-256 of its content. */
final class SummedOutput extends FilterOutputStream {
    private final Sha256 sum = new Sha256();

    SummedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        sum.add(Arrays.copyOfRange(bytes, offset, offset + length));
        out.write(bytes, offset, length);
    }

    /** The sum of all bytes so far, in hexadecimal. May be called once. */
    String sum() {
        return sum.end();
    }
}
