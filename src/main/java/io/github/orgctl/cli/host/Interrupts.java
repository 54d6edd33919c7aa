package io.github.orgctl.cli.host;

import io.github.orgctl.cli.output.Holding;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jline.utils.Signals;

/**
 * Handling of signals such as Ctrl-C that end the process: held back as long as something must not be broken
 * off, it then tidies up and dies of the signal, so that a shell's loop around it stops as well.
 *
 * <p>Nothing is registered for it but a hook: Java itself catches the signals, and runs the hook in a thread beside what is
 * going on.
 */
public final class Interrupts extends Thread implements Holding {
    /** Those of the process. */
    public static final Interrupts PROCESS = new Interrupts();

    private static final int SIGNALED = 128;
    private static final String HANDLER = " handler";
    private static final String[] FATAL = {"HUP", "INT", "TERM"};

    private final Deque<Runnable> cleanups = new ArrayDeque<>();
    private int holds;
    private boolean pending;
    private boolean dying;

    private Interrupts() {
        super("interrupt");
    }

    /** Makes signals end the process so. */
    public void install() {
        Runtime.getRuntime().addShutdownHook(this);
    }

    /** Ends the process, unless a signal is doing so. */
    public void exit(int exitCode) {
        if (isPending()) {
            park();
        }
        // Everything is written and closed by now. Halting skips shutdown hooks that have nothing to do and cost 17 ms.
        Runtime.getRuntime().halt(exitCode);
    }

    /** Keeps signals from ending the process until the hold is closed. Never returns where one is doing so already. */
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

    /** Whether a signal has come, and waits for a hold to be closed. */
    synchronized boolean isPending() {
        return pending;
    }

    /** Action to run when a signal ends the process, until it is closed. */
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
        synchronized (this) {
            pending = true;
            while (holds > 0) {
                try {
                    wait();
                } catch (InterruptedException notYet) {
                    // Finish the protected work.
                }
            }
            dying = true;
        }
        cleanups.forEach(Runnable::run);
        String signal = caught();
        if (signal != null) {
            die(signal);
        }
    }

    /** The signal that Java has caught, or null: each is handled in a thread that has its name. */
    private static String caught() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String name = thread.getName();
            if (name.startsWith("SIG") && name.endsWith(HANDLER)) {
                return name.substring("SIG".length(), name.length() - HANDLER.length());
            }
        }
        return null;
    }

    /** Ends the process as the signal would have ended a program that knows nothing of it. */
    private static void die(String signal) {
        Signals.registerDefault(signal);
        try {
            // Java itself can send no signal but SIGTERM.
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
            // The exit code says the same.
        }
    }

    /**
     * Ends this process as another one ended.
     *
     * @param exitCode of a process; 128 and its number where a signal ended it
     * @return the exit code, where this process can't end so
     */
    public int endLike(int exitCode) {
        for (String signal : FATAL) {
            if (exitCode == SIGNALED + number(signal)) {
                die(signal);
            }
        }
        return exitCode;
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
