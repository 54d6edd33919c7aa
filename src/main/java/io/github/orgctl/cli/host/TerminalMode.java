package io.github.orgctl.cli.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Mode of the terminal on standard input, changed through {@code stty}, which every POSIX system has. Signals such as Ctrl-C
 * stay the terminal's affair in each mode.
 */
public final class TerminalMode {
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

    private static String stty(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " exited with " + process.exitValue());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return printed;
    }
}
