package io.github.orgctl.cli.host;

import io.github.orgctl.cli.output.Holding;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jline.utils.Signals;

/**
 * Handles signals that end the process, such as Ctrl-C. They are deferred while critical work runs; then the process
 * cleans up and dies of the signal, so that a shell loop stops too.
 *
 * <p>It only registers a shutdown hook: Java catches the signals itself and runs the hook on a separate thread.
 */
public final class Interrupts extends Thread implements Holding {
    /** The handler of this process. */
    public static final Interrupts PROCESS = new Interrupts();

    private static final int SIGNALED = 128;
    private static final String SUSPEND = "TSTP";
    private static final String HANDLER = " handler";
    private static final String[] FATAL = {"HUP", "INT", "TERM"};

    private final Deque<Runnable> cleanups = new ArrayDeque<>();
    private int holds;
    private boolean pending;
    private boolean dying;

    private Interrupts() {
        super("interrupt");
    }

    /** Registers the shutdown hook. */
    public void install() {
        Runtime.getRuntime().addShutdownHook(this);
    }

    /** Ends the process, unless a signal is already doing so. */
    public void exit(int exitCode) {
        giveWay();
        // Everything is written and closed. Halting skips shutdown hooks that have nothing to do and take 17 ms.
        Runtime.getRuntime().halt(exitCode);
    }

    /** Never returns if a signal is already ending the process. */
    public void giveWay() {
        if (isPending()) {
            park();
        }
    }

    /** Defers signals until the hold is closed. Never returns if a signal is already ending the process. */
    @Override
    public Hold hold() {
        synchronized (this) {
            if (!dying) {
                holds++;
                return new Held();
            }
        }
        park();
        throw new IllegalStateException("woken while dying");
    }

    /** Whether a signal is waiting for a hold to be closed. */
    synchronized boolean isPending() {
        return pending;
    }

    /** Registers an action for the case that a signal ends the process, until it is closed. */
    public Hold cleaningUp(Runnable action) {
        synchronized (this) {
            cleanups.push(action);
        }
        return () -> {
            synchronized (this) {
                cleanups.remove(action);
            }
        };
    }

    @Override
    public void run() {
        List<Runnable> actions;
        synchronized (this) {
            pending = true;
            while (holds > 0) {
                try {
                    wait();
                } catch (InterruptedException notYet) {
                    // Finish the critical work.
                }
            }
            dying = true;
            // What is cut short meanwhile takes its own actions away.
            actions = new ArrayList<>(cleanups);
        }
        actions.forEach(Runnable::run);
        String signal = caught();
        if (signal != null) {
            die(signal);
        }
    }

    /**
     * The signal that Java caught, or null. Each is handled on a thread with the signal's name; so are others, such as
     * one for a new size of the terminal, that end nothing.
     */
    private static String caught() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            for (String signal : FATAL) {
                if (thread.getName().equals("SIG" + signal + HANDLER)) {
                    return signal;
                }
            }
        }
        return null;
    }

    /**
     * Suspends the process as Ctrl-Z does, where a shell can continue it, and returns once it goes on.
     *
     * @param handler of the signal, from then on
     */
    public static void suspend(Runnable handler) {
        send(SUSPEND);
        Signals.register(SUSPEND, handler);
    }

    /** Ends the process as the signal's default action would. */
    private static void die(String signal) {
        send(signal);
    }

    /** Sends the process a signal that it does not handle. */
    private static void send(String signal) {
        Signals.registerDefault(signal);
        try {
            // Java can send no signal except SIGTERM.
            Process kill = new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            "kill -s \"$0\" \"$1\"",
                            signal,
                            Long.toString(ProcessHandle.current().pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException | InterruptedException noShell) {
            // The exit code conveys the same.
        }
    }

    /**
     * Ends this process the way another one ended.
     *
     * @param exitCode exit code of the other process; 128 plus the number of a signal that ended it
     * @return the exit code, if this process can't end the same way
     */
    public int endLike(int exitCode) {
        for (String signal : FATAL) {
            if (exitCode == SIGNALED + number(signal)) {
                die(signal);
            }
        }
        return exitCode;
    }

    /** The exit code of a program that a signal has ended. */
    static int exitCode(String signal) {
        return SIGNALED + number(signal);
    }

    private static int number(String signal) {
        return switch (signal) {
            case "HUP" -> 1;
            case "INT" -> 2;
            default -> 15;
        };
    }

    private static void park() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException dying) {
                // The signal's thread ends the process.
            }
        }
    }

    private final class Held implements Hold {
        private boolean open = true;

        @Override
        public void close() {
            synchronized (Interrupts.this) {
                holds -= open ? 1 : 0;
                open = false;
                Interrupts.this.notifyAll();
                if (!pending || holds > 0) {
                    return;
                }
            }
            park();
        }
    }
}
