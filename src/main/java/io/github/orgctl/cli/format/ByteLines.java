package io.github.orgctl.cli.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * Splits a stream into lines as bytes in a reused buffer, without line ends. Only a line feed ends a line. Lines that
 * are too long are skipped.
 */
public final class ByteLines {
    private static final int BUFFER = 1 << 16;

    private final InputStream stream;
    private final int longest;
    private byte[] buffer = new byte[BUFFER];
    private int filled;
    private int start;
    private int end;
    private int following;
    private long number;
    private boolean isTooLong;

    ByteLines(InputStream stream) {
        this(stream, BUFFER);
    }

    /**
     * @param longest maximum length of a line in bytes, at least 64 KiB
     */
    public ByteLines(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /** Moves to the next line; false at the end. */
    public boolean next() throws IOException {
        start = following;
        end = start;
        isTooLong = false;
        while (!reachesEnd()) {
            if (!fill()) {
                following = end;
                boolean isLast = end > start || isTooLong;
                number += isLast ? 1 : 0;
                return isLast;
            }
        }
        following = end + 1;
        number++;
        return true;
    }

    private boolean reachesEnd() {
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end < filled;
    }

    /** Reads more data behind the partial line; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (end - start == longest) {
            isTooLong = true;
            start = end;
        }
        byte[] larger = end - start < buffer.length ? buffer : new byte[Math.min(longest, 2 * buffer.length)];
        System.arraycopy(buffer, start, larger, 0, end - start);
        buffer = larger;
        end -= start;
        start = 0;
        int read = stream.read(buffer, end, buffer.length - end);
        filled = end + Math.max(read, 0);
        return read >= 0;
    }

    public byte[] buffer() {
        return buffer;
    }

    /** Start of the line in the buffer. */
    public int start() {
        return start;
    }

    public int length() {
        return end - start;
    }

    /** Line number, from 1. */
    public long number() {
        return number;
    }

    /** Whether the line did not fit, so that only its end is in the buffer. */
    public boolean isTooLong() {
        return isTooLong;
    }
}
