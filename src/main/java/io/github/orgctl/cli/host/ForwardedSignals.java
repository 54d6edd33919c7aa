package io.github.orgctl.cli.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.Signals;

/** Passes signals on to a program instead of obeying them, until it is closed. */
final class ForwardedSignals implements AutoCloseable {
    private static final String INTERRUPT = "INT";
    private static final List<String> NAMES = List.of(INTERRUPT, "TERM", "HUP", "USR1", "USR2", "ALRM");

    private final boolean terminal;
    private final Map<String, Object> handlers = new HashMap<>();
    private final List<String> early = new ArrayList<>();
    private Process program;

    /**
     * @param terminal whether there is a terminal, which itself interrupts everything in its foreground
     */
    ForwardedSignals(boolean terminal) {
        this.terminal = terminal;
        for (String name : NAMES) {
            handlers.put(name, Signals.register(name, () -> take(name)));
        }
    }

    /** Names the program, which gets what has come in already. */
    synchronized void to(Process started) {
        program = started;
        early.forEach(this::send);
    }

    private synchronized void take(String name) {
        if (name.equals(INTERRUPT) && terminal) {
            return;
        }
        if (program == null) {
            early.add(name);
        } else if (program.isAlive()) {
            send(name);
        }
    }

    /** Java itself can send no signal but SIGTERM. */
    private void send(String name) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(program.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        handlers.forEach(Signals::unregister);
    }
}
