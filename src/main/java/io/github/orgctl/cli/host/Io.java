package io.github.orgctl.cli.host;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The three streams of a process, and which of them are terminals.
 *
 * @param out buffered; whoever writes to it flushes it
 * @param err unbuffered
 */
public record Io(
        InputStream in,
        OutputStream out,
        OutputStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal) {
    private static final int BUFFER_BYTES = 32 * 1024;

    /**
     * The process's own streams, past {@code System.out} and its encoding. The launcher says which are terminals in the
     * property {@code orgctl.terminal}, because the shell knows it for free and Java does not: one letter for each of
     * {@code i}, {@code o} and {@code e}. In {@code orgctl.closed} it says which are closed: those can't be used.
     */
    public static Io system() {
        String terminals = System.getProperty("orgctl.terminal", "");
        return new Io(
                System.getProperty("orgctl.closed", "").indexOf('i') >= 0
                        ? new Closed()
                        : new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES),
                new FileOutputStream(FileDescriptor.err),
                terminals.indexOf('i') >= 0,
                terminals.indexOf('o') >= 0,
                terminals.indexOf('e') >= 0);
    }

    /** Whether any of them is a terminal. */
    public boolean hasTerminal() {
        return inIsTerminal || outIsTerminal || errIsTerminal;
    }

    /** Whether a person can be asked something. */
    public boolean isInteractive() {
        return inIsTerminal && errIsTerminal;
    }

    /** An input that was closed when the process began: that is not the same as one without anything in it. */
    private static final class Closed extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("it is closed");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
