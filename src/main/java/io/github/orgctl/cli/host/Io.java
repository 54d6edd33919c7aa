package io.github.orgctl.cli.host;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The standard streams of a process, and which of them are terminals.
 *
 * @param out buffered; writers must flush it
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
     * The process's own streams, bypassing {@code System.out} and its encoding. The launcher lists terminals in the
     * property {@code orgctl.terminal}, with the letters {@code i}, {@code o} and {@code e}, because a shell can test
     * for them cheaply and Java can't. The property {@code orgctl.closed} lists closed streams, which must not be used.
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

    /** Discards what was typed before now, which can't be meant for a question that was not asked yet. */
    public void discardTyped() throws IOException {
        if (inIsTerminal && in instanceof FileInputStream) {
            TypedAhead.discard(in);
        }
    }

    /** Whether any stream is a terminal. */
    public boolean hasTerminal() {
        return inIsTerminal || outIsTerminal || errIsTerminal;
    }

    /** Whether prompts are possible. */
    public boolean isInteractive() {
        return inIsTerminal && errIsTerminal;
    }

    /** Standard input that was closed at the start, as opposed to empty. */
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
