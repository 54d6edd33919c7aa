package io.github.orgctl.cli.host;

import io.github.orgctl.cli.startup.OwnClasses;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that runs in the foreground in place of this one: with its terminal, its signals, and an exit code to
 * return.
 */
public final class ForegroundProgram {
    private static final List<String> ESSENTIAL =
            List.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "TERM", "TMPDIR", "TZ", "LANG");

    private static final long POLL_MILLIS = 100;
    private static final long GRACE_MILLIS = 2000;

    private final Host host;
    private final ProcessBuilder builder;
    private final List<Thread> copying = new ArrayList<>();
    private List<String> masked;
    private volatile IOException lost;

    /** The program of a launch. */
    public static ForegroundProgram of(Launch launch, Host host) {
        ForegroundProgram program = new ForegroundProgram(launch.command(), host);
        if (launch.cleanEnvironment()) {
            program.cleanEnvironment();
        }
        program.give(launch.variables().all());
        if (launch.mask()) {
            program.mask(launch.variables().secrets());
        }
        return program;
    }

    public ForegroundProgram(List<String> command, Host host) {
        OwnClasses.keep();
        this.host = host;
        builder = new ProcessBuilder(command).inheritIO();
        CallersEnvironment.restore(builder.environment());
    }

    /** Reduces its environment to basic variables. */
    private void cleanEnvironment() {
        builder.environment().keySet().removeIf(name -> !isEssential(name));
    }

    static boolean isEssential(String name) {
        return ESSENTIAL.contains(name) || name.startsWith("LC_");
    }

    private void give(List<Variable> variables) {
        for (Variable variable : variables) {
            builder.environment().put(variable.name(), variable.text());
        }
    }

    /** Masks secrets in its output, which is then a pipe. */
    private void mask(List<String> secrets) {
        masked = secrets;
        builder.redirectOutput(Redirect.PIPE).redirectError(Redirect.PIPE);
    }

    /**
     * Starts the program with inherited output.
     *
     * @throws Failure NO_PROGRAM or NOT_EXECUTABLE if it can't be started
     */
    Process start() {
        try {
            return builder.start();
        } catch (IOException exception) {
            throw notStarted(exception);
        }
    }

    /**
     * Runs it and waits for its end.
     *
     * @return its exit code; 128 plus the signal's number if a signal ended it
     * @throws Failure NO_PROGRAM or NOT_EXECUTABLE if it can't be started
     */
    public int run() {
        try (ForwardedSignals signals = new ForwardedSignals(host.io().hasTerminal())) {
            Process process = builder.start();
            signals.to(process);
            if (masked != null) {
                copyOutput(process);
            }
            int exitCode = process.waitFor();
            if (!awaitOutput(signals)) {
                return Interrupts.exitCode(signals.late());
            }
            if (lost != null) {
                throw new Failure(Failure.Kind.IO, "can't write the program's output: " + lost.getMessage(), lost);
            }
            return exitCode;
        } catch (IOException exception) {
            throw notStarted(exception);
        } catch (InterruptedException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private void copyOutput(Process process) {
        copying.add(new Thread(() -> copy(process.getInputStream(), host.io().out())));
        copying.add(new Thread(() -> copy(process.getErrorStream(), host.io().err())));
        for (Thread each : copying) {
            each.setDaemon(true);
            each.start();
        }
    }

    /**
     * Waits until its output ends. Programs that it left in the background may keep that open; a signal, which can't
     * reach it any more, ends the wait.
     *
     * @return whether the output is complete
     */
    private boolean awaitOutput(ForwardedSignals signals) throws InterruptedException {
        for (Thread each : copying) {
            while (each.isAlive()) {
                boolean isLast = signals.late() != null;
                each.join(isLast ? GRACE_MILLIS : POLL_MILLIS);
                if (isLast && each.isAlive()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void copy(InputStream from, OutputStream to) {
        try (from) {
            new MaskedCopy(masked).copy(from, to);
        } catch (IOException exception) {
            // Standard output is closed: the program gets SIGPIPE, as it would without us.
            if (!String.valueOf(exception.getMessage()).contains("Broken pipe")) {
                lost = exception;
            }
        }
    }

    private Failure notStarted(IOException exception) {
        String name = builder.command().get(0);
        return new ProgramPath(host.environment().getOrDefault("PATH", "")).exists(name)
                ? ProgramPath.notExecutable(
                        name, reason(String.valueOf(exception.getMessage()).strip()), exception)
                : ProgramPath.missing(name, exception);
    }

    /**
     * The operating system's message: after {@code error=13, } on older versions of Java, in {@code error: 13 (…)} on
     * newer ones.
     */
    private static String reason(String message) {
        return message.endsWith(")")
                ? message.substring(message.lastIndexOf('(') + 1, message.length() - 1)
                : message.substring(message.lastIndexOf(',') + 1).strip();
    }
}
