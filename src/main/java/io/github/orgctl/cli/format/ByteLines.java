package io.github.orgctl.cli.format;

import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream as bytes in one buffer, without their ends. A line that does not fit into it is passed over. */
final class ByteLines {
    private static final int BUFFER = 1 << 16;

    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int start;
    private int end;
    private int following;
    private long number;
    private boolean isTooLong;

    ByteLines(InputStream stream) {
        this.stream = stream;
    }

    /** Goes to the next line, which may be the first, and tells whether there is one. */
    boolean next() throws IOException {
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

    /** Reads more, behind what there is of the line, and tells whether there was more. */
    private boolean fill() throws IOException {
        if (end - start == BUFFER) {
            isTooLong = true;
            start = end;
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = stream.read(buffer, end, BUFFER - end);
        filled = end + Math.max(read, 0);
        return read >= 0;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Start of the line in the buffer. */
    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    /** Whether the line did not fit, so that only its end is there. */
    boolean isTooLong() {
        return isTooLong;
    }
}
