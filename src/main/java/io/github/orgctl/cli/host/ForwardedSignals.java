package io.github.orgctl.cli.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/** Forwards signals to a program, instead of handling them, until it is closed. */
final class ForwardedSignals implements AutoCloseable {
    private static final String INTERRUPT = "INT";
    private static final List<String> NAMES = List.of(INTERRUPT, "TERM", "HUP", "USR1", "USR2", "ALRM");
    private static final List<String> ENDING = List.of(INTERRUPT, "TERM", "HUP");

    private final boolean terminal;
    private final Consumer<String> listener;
    private final Map<String, Object> handlers = new HashMap<>();
    private final List<String> early = new ArrayList<>();
    private Process program;
    private String late;

    /**
     * @param terminal whether there is a terminal, which itself sends interrupts to all foreground processes
     */
    ForwardedSignals(boolean terminal) {
        this(terminal, name -> {});
    }

    /**
     * @param listener gets to know each signal first, while this object is locked
     */
    ForwardedSignals(boolean terminal, Consumer<String> listener) {
        this.terminal = terminal;
        this.listener = listener;
        for (String name : NAMES) {
            handlers.put(name, Signals.register(name, () -> take(name)));
        }
    }

    /** Sets the program, and forwards the signals received so far. */
    synchronized void to(Process started) {
        program = started;
        early.forEach(this::send);
        early.clear();
    }

    private synchronized void take(String name) {
        listener.accept(name);
        if (program != null && !program.isAlive()) {
            late = isEnding(name) ? name : late;
        } else if (name.equals(INTERRUPT) && terminal) {
            return;
        } else if (program == null) {
            early.add(name);
        } else {
            send(name);
        }
    }

    /** Whether it is a signal that ends programs. */
    static boolean isEnding(String name) {
        return ENDING.contains(name);
    }

    /** The last signal that ends programs and that came after this one's end, or null. */
    synchronized String late() {
        return late;
    }

    /** Java can send no signal except SIGTERM. */
    void send(String name) {
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
