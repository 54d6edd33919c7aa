package io.github.orgctl.packaged;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.packaged.Installation.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real terminal of a size of its own, in which the packaged program runs. */
final class Tmux implements AutoCloseable {
    private static final long LIMIT_NANOS = 60_000_000_000L;

    private final Installation orgctl;
    private final Path pid;
    private final String socket;

    /** Starts a command of the packaged program in it. */
    Tmux(Installation orgctl, Path scratch, int columns, int lines, String arguments)
            throws IOException, InterruptedException {
        this.orgctl = orgctl;
        this.pid = scratch.resolve("pid");
        this.socket = scratch.resolve("tmux").toString();
        boolean installed = orgctl.runAs("/bin/sh", "-c", "command -v tmux").exit() == 0;
        assumeTrue(installed || System.getenv("CI") != null, "needs tmux");
        orgctl.env.put("LC_ALL", "C.UTF-8");
        String program = orgctl.home.resolve("bin/orgctl") + " " + arguments;
        Path script = scratch.resolve("inside.sh");
        Files.writeString(
                script,
                "(sh -c 'echo $PPID') > " + pid + ".new; mv " + pid + ".new " + pid + "\n" + program
                        + "; echo \"ended with $?\"; stty -a | grep -o ' -\\{0,1\\}icanon'; read -r line\n");
        tmux(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(lines),
                "sh",
                script.toString());
    }

    private Run tmux(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("tmux", "-S", socket));
        words.addAll(List.of(arguments));
        return orgctl.runAs("/usr/bin/env", words.toArray(new String[0]));
    }

    /** Types keys by the names that tmux has for them. */
    void press(String... keys) throws IOException, InterruptedException {
        for (String key : keys) {
            tmux("send-keys", key);
        }
    }

    void resize(int columns, int lines) throws IOException, InterruptedException {
        tmux("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(lines));
    }

    String screen() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p").out();
    }

    /** What tmux knows about the terminal, such as {@code #{cursor_y}}. */
    String ask(String format) throws IOException, InterruptedException {
        return tmux("display-message", "-p", format).out().strip();
    }

    /** The screen once it shows a text. */
    String await(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        String screen = screen();
        while (!screen.contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("'" + text + "' does not appear:\n" + screen);
            }
            screen = screen();
        }
        return screen;
    }

    /** Sends a signal to the packaged program. */
    void signal(String name) throws IOException, InterruptedException {
        orgctl.runAs("/bin/sh", "-c", "kill -s " + name + " $(pgrep -P $(cat " + pid + ") | head -1)");
    }

    /** The packaged program's process. */
    ProcessHandle program() throws IOException, InterruptedException {
        String child = orgctl.runAs("/bin/sh", "-c", "pgrep -P $(cat " + pid + ") | head -1")
                .out()
                .strip();
        return ProcessHandle.of(Long.parseLong(child)).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        try {
            tmux("kill-server");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
