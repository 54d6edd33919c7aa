package io.github.orgctl.cli.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Mode of the terminal on standard input, changed through {@code stty}, which every POSIX system has. Signals such as Ctrl-C
 * stay the terminal's affair in each mode.
 */
public final class TerminalMode {
    private static final int SIGNALED = 128;
    private static final int ATTEMPTS = 10;
    private static final long STOPPED_MILLIS = 200;

    private final String saved;

    private TerminalMode(String saved) {
        this.saved = saved;
    }

    /** The present mode. */
    public static TerminalMode current() throws IOException {
        return new TerminalMode(stty("-g").strip());
    }

    /**
     * Makes the terminal hand over each key at once, without showing it, and not wait for keys for ever: a read that finds
     * none ends after a tenth of a second.
     */
    public static void raw() throws IOException {
        stty("-echo", "-icanon", "-iexten", "-ixon", "min", "0", "time", "1");
    }

    /** The same for whoever reads to the end of a line, who waits for each key. */
    static void hidden() throws IOException {
        stty("-echo", "-icanon", "-iexten", "min", "1", "time", "0");
    }

    /** Makes this mode the present one. */
    public void restore() throws IOException {
        stty(saved);
    }

    /**
     * Runs it until no signal has ended it: one from the terminal, such as Ctrl-C, is sent to this process and to
     * {@code stty} alike, and must not leave a terminal in the wrong mode.
     */
    private static String stty(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            for (int attempt = 1; ; attempt++) {
                Process process = new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                awaitEnd(process);
                int exitCode = process.exitValue();
                if (exitCode == 0) {
                    // Shorter than a pipe holds.
                    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } else if (exitCode < SIGNALED || attempt == ATTEMPTS) {
                    throw new IOException(String.join(" ", command) + " exited with " + exitCode);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Continues it while it is stopped, since Ctrl-Z stops it, but not this process if that handles the signal. */
    private static void awaitEnd(Process process) throws IOException, InterruptedException {
        while (!process.waitFor(STOPPED_MILLIS, TimeUnit.MILLISECONDS)) {
            new ProcessBuilder("/bin/sh", "-c", "kill -s CONT \"$0\"", Long.toString(process.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }
}
