package io.github.orgctl.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
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
     * {@code i}, {@code o} and {@code e}.
     */
    public static Io system() {
        String terminals = System.getProperty("orgctl.terminal", "");
        return new Io(
                new FileInputStream(FileDescriptor.in),
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
}
