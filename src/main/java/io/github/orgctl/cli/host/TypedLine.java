package io.github.orgctl.cli.host;

import io.github.orgctl.cli.startup.OwnClasses;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a line typed on a terminal byte by byte, so that later input stays available to the next reader. It handles
 * editing keys itself, because a terminal in non-canonical mode passes them through.
 */
public final class TypedLine {
    private static final int END_OF_INPUT = 'D' - '@';
    private static final int BACKSPACE = 'H' - '@';
    private static final int ERASE_LINE = 'U' - '@';
    private static final int ERASE_WORD = 'W' - '@';
    private static final int DELETE = 0x7f;

    private static final int INITIAL_SIZE = 256;

    private final InputStream in;
    private byte[] bytes = new byte[INITIAL_SIZE];
    private int length;

    private TypedLine(InputStream in) {
        this.in = in;
    }

    /**
     * @return the line without its line end; null at the end of input
     * @throws Failure USAGE if it is not UTF-8
     */
    public static String read(InputStream in) throws IOException {
        OwnClasses.keep();
        TypedLine line = new TypedLine(in);
        try {
            return line.readToEnd() ? line.text() : null;
        } finally {
            Arrays.fill(line.bytes, (byte) 0);
        }
    }

    /** Reads to the line end, and returns whether there was a line. */
    private boolean readToEnd() throws IOException {
        while (true) {
            int next = in.read();
            if (next == '\n') {
                return true;
            } else if (next < 0 || next == END_OF_INPUT) {
                return length > 0;
            }
            take(next);
        }
    }

    private void take(int next) {
        switch (next) {
            case BACKSPACE, DELETE -> eraseCharacter();
            case ERASE_LINE -> length = 0;
            case ERASE_WORD -> eraseWord();
            default -> append((byte) next);
        }
    }

    private void append(byte next) {
        if (length == bytes.length) {
            byte[] longer = Arrays.copyOf(bytes, 2 * length);
            Arrays.fill(bytes, (byte) 0);
            bytes = longer;
        }
        bytes[length++] = next;
    }

    /** Removes the last character with all of its bytes. */
    private void eraseCharacter() {
        while (length > 0 && isContinuation(bytes[length - 1])) {
            length--;
        }
        length = Math.max(0, length - 1);
    }

    private void eraseWord() {
        while (length > 0 && bytes[length - 1] == ' ') {
            length--;
        }
        while (length > 0 && bytes[length - 1] != ' ') {
            length--;
        }
    }

    private static boolean isContinuation(byte each) {
        return (each & 0xc0) == 0x80;
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw Failure.usage(
                    "the input is not UTF-8 text", "set the terminal to UTF-8, or read the value from a file");
        }
    }
}
