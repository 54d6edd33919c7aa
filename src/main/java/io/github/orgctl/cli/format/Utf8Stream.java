package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.value.Failure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** A stream that must be UTF-8: the first invalid byte is reported with its position. */
final class Utf8Stream extends FilterInputStream {
    /** Up to three bytes of a character may wait for the fourth. */
    private static final int WAITING = 3;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private byte[] waiting = {};
    private CharBuffer characters = CharBuffer.allocate(0);
    private long line = 1;
    private long column = 1;

    Utf8Stream(InputStream stream) {
        super(stream);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        check(bytes, offset, Math.max(read, 0), read < 0);
        return read;
    }

    private void check(byte[] bytes, int offset, int length, boolean isEnd) {
        ByteBuffer checked = ByteBuffer.allocate(waiting.length + length);
        checked.put(waiting).put(bytes, offset, length).flip();
        if (characters.capacity() < checked.limit()) {
            characters = CharBuffer.allocate(checked.limit());
        }
        characters.clear();
        CoderResult result = decoder.decode(checked, characters, isEnd);
        count(checked.array(), checked.position());
        if (result.isError() || checked.remaining() > WAITING) {
            throw Failure.usage("line " + line + " is not UTF-8 at byte " + column, "convert the file to UTF-8");
        }
        waiting = new byte[checked.remaining()];
        checked.get(waiting);
    }

    private void count(byte[] bytes, int end) {
        for (int i = 0; i < end; i++) {
            boolean endsLine = bytes[i] == '\n';
            line += endsLine ? 1 : 0;
            column = endsLine ? 1 : column + 1;
        }
    }
}
