package io.github.orgctl.cli.terminal;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.TerminalMode;
import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.cli.output.TerminalSize;
import io.github.orgctl.cli.startup.OwnClasses;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.Signals;

/**
 * The terminal on standard input and standard error in raw mode, for drawing: keys arrive one by one without echo. Its
 * mode is restored exactly once, when it is closed or a signal ends the program, and while the program is suspended.
 * Ctrl-C is not a key: it ends the program.
 */
public final class RawTerminal implements AutoCloseable {
    /** Sequences sent when drawing begins and ends. */
    public interface Screen {
        String enter();

        String leave();
    }

    private static final String SUSPEND = "TSTP";
    private static final String CONTINUE = "CONT";
    private static final String RESIZE = "WINCH";

    private final OutputStream out;
    private final Screen screen;
    private final WatchedInput in;
    private final KeyDecoder keys;
    private final TerminalMode before;
    private final List<Runnable> handlers = new ArrayList<>();
    private final Holding.Hold restoring;
    private volatile boolean isResized;
    private volatile boolean isSuspending;
    private volatile boolean isResumed;
    private TerminalSize size;
    private boolean isEntered;
    private boolean isClosed;

    /**
     * @param host whose standard input and standard error are a terminal
     * @throws Failure IO if the terminal can't be controlled
     */
    public RawTerminal(Host host, Screen screen) {
        OwnClasses.keep();
        this.out = host.io().err();
        this.screen = screen;
        this.in = new WatchedInput(host.io().in());
        this.keys = new KeyDecoder(in);
        this.size = new TerminalSize(null, null);
        this.restoring = Interrupts.PROCESS.cleaningUp(this::end);
        try {
            before = TerminalMode.current();
            handle(RESIZE, () -> isResized = true);
            handle(SUSPEND, () -> isSuspending = true);
            handle(CONTINUE, () -> isResumed = true);
            enter();
        } catch (IOException exception) {
            close();
            throw new Failure(Failure.Kind.IO, "can't control the terminal", "use --no-input", exception);
        }
    }

    private void handle(String signal, Runnable action) {
        Object previous = Signals.register(signal, action);
        handlers.add(() -> Signals.unregister(signal, previous));
    }

    /**
     * The next event. Waits no longer than a tenth of a second.
     *
     * @throws Failure IO if the terminal is gone
     */
    public TerminalEvent read() {
        try {
            if (isSuspending) {
                suspend();
                return TerminalNotice.RESUMED;
            }
            if (isResumed) {
                isResumed = false;
                leave();
                enter();
                return TerminalNotice.RESUMED;
            }
            if (isResized) {
                isResized = false;
                size = new TerminalSize(null, null);
                return TerminalNotice.RESIZED;
            }
            return keys.next();
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "the terminal is gone", exception);
        }
    }

    /** Writes to the terminal; ignored once closed. */
    public synchronized void write(String text) {
        if (isEntered) {
            put(text);
        }
    }

    public int columns() {
        return size.columns();
    }

    public int lines() {
        return size.lines();
    }

    private void suspend() throws IOException {
        leave();
        isSuspending = false;
        Interrupts.suspend(() -> isSuspending = true);
        isResumed = false;
        size = new TerminalSize(null, null);
        enter();
    }

    private synchronized void enter() throws IOException {
        if (!isClosed && !isEntered) {
            TerminalMode.raw();
            isEntered = true;
            put(screen.enter());
        }
    }

    private synchronized void leave() {
        if (isEntered) {
            isEntered = false;
            put(screen.leave());
            try {
                before.restore();
            } catch (IOException terminalIsGone) {
                // There is nothing to restore, and nobody to tell.
            }
        }
    }

    private void put(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException terminalIsGone) {
            // The next read says so.
        }
    }

    private synchronized void end() {
        leave();
        isClosed = true;
    }

    @Override
    public void close() {
        // Before signals are the system's again: Ctrl-Z would stop the program on a terminal in raw mode.
        end();
        handlers.forEach(Runnable::run);
        handlers.clear();
        restoring.close();
    }
}
