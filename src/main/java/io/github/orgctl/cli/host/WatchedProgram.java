package io.github.orgctl.cli.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program that is restarted when its values change, and after a crash with increasing delays. Ends when the program
 * succeeds, or by a signal.
 */
public final class WatchedProgram {
    /** The signals on which programs read their configuration again. */
    public static final List<String> SIGNALS = List.of("HUP", "USR1", "USR2");

    private static final long POLL_MILLIS = 1000;
    private static final long LONGEST_WAIT_SECONDS = 30;
    private static final long STABLE_SECONDS = 60;
    private static final long GRACE_SECONDS = 10;
    private static final long LEFT_OVER_SECONDS = 2;
    private static final long END_POLL_MILLIS = 20;

    /** Source of the program's values. */
    public interface Source {
        /** The changed launch, or null if it has not changed. Reports problems itself. */
        Launch changed();

        void notice(String line);
    }

    private final Host host;
    private final Source source;
    private final String signal;
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile Process process;
    private volatile String endedBy;

    /**
     * @param signal to send to the program instead of starting it again, or null
     */
    public WatchedProgram(Host host, Source source, String signal) {
        this.host = host;
        this.source = source;
        this.signal = signal;
    }

    /**
     * Runs it until it succeeds or a signal ends it.
     *
     * @return its exit code; 128 and the signal's number where a signal ended it
     */
    public int run(Launch first) {
        try (ForwardedSignals signals = new ForwardedSignals(host.io().hasTerminal(), this::heard)) {
            Launch launch = first;
            long wait = 1;
            while (true) {
                long started = System.nanoTime();
                if (!start(launch, signals)) {
                    return Interrupts.exitCode(endedBy);
                }
                Launch next = watched(signals);
                if (next == null) {
                    int exitCode = process.exitValue();
                    if (exitCode == 0 || isEnding()) {
                        return exitCode;
                    }
                    boolean wasStable = System.nanoTime() - started > TimeUnit.SECONDS.toNanos(STABLE_SECONDS);
                    wait = wasStable ? 1 : wait;
                    source.notice("the program exited with code " + exitCode + ", restarting it in " + wait + " s");
                    next = crashed(launch, wait);
                    wait = Math.min(2 * wait, LONGEST_WAIT_SECONDS);
                } else {
                    stop();
                    wait = 1;
                }
                if (isEnding()) {
                    return process.isAlive() ? process.waitFor() : Interrupts.exitCode(endedBy);
                }
                launch = next;
            }
        } catch (InterruptedException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** Starts the program, unless a signal has ended the watching. Signals received meanwhile wait for the program. */
    private boolean start(Launch launch, ForwardedSignals signals) {
        synchronized (signals) {
            if (isEnding()) {
                return false;
            }
            process = ForegroundProgram.of(launch, host).start();
            signals.to(process);
            return true;
        }
    }

    /** Watches the running program. Returns the launch that replaces it, or null once it has ended. */
    private Launch watched(ForwardedSignals signals) throws InterruptedException {
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            Launch next = isEnding() ? null : source.changed();
            if (next != null && signal == null && !isEnding()) {
                return next;
            }
            if (next != null && signal != null && process.isAlive()) {
                signals.send(signal);
            }
        }
        return null;
    }

    /** Waits until it is time to start a program again, or what it is given has changed. */
    private Launch crashed(Launch launch, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && !ending.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            Launch next = source.changed();
            if (next != null) {
                return next;
            }
        }
        return launch;
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }

    /**
     * The first signal that ends programs ends the watching, too; another one ends the program at once. Called with the
     * lock of the signals: a lock of its own would be taken in the other order while a program starts.
     */
    private void heard(String name) {
        if (!ForwardedSignals.isEnding(name)) {
            return;
        }
        if (isEnding() && process != null) {
            process.destroyForcibly();
        }
        endedBy = name;
        ending.countDown();
    }

    /** Terminates the program and its descendants. */
    private void stop() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroy();
        process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        all.forEach(ProcessHandle::destroy);
        all.add(process.toHandle());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEFT_OVER_SECONDS);
        for (ProcessHandle each : all) {
            while (each.isAlive() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(END_POLL_MILLIS);
            }
            each.destroyForcibly();
        }
        process.waitFor();
    }
}
