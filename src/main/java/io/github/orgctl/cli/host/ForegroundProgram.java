package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Another program, run in this one's place: with its terminal, its signals, and an exit code to pass on. */
public final class ForegroundProgram {
    private static final List<String> ESSENTIAL =
            List.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "TERM", "TMPDIR", "TZ", "LANG");

    private final Host host;
    private final ProcessBuilder builder;
    private List<String> masked;
    private volatile IOException lost;

    public ForegroundProgram(List<String> command, Host host) {
        this.host = host;
        builder = new ProcessBuilder(command).inheritIO();
        CallersEnvironment.restore(builder.environment());
    }

    /** Leaves it only what a program needs to find its way about. */
    public void cleanEnvironment() {
        builder.environment().keySet().removeIf(name -> !isEssential(name));
    }

    static boolean isEssential(String name) {
        return ESSENTIAL.contains(name) || name.startsWith("LC_");
    }

    public void give(List<Variable> variables) {
        for (Variable variable : variables) {
            builder.environment().put(variable.name(), variable.text());
        }
    }

    /** Replaces secrets in its output, which it has to write into a pipe for that. */
    public void mask(List<String> secrets) {
        masked = secrets;
        builder.redirectOutput(Redirect.PIPE).redirectError(Redirect.PIPE);
    }

    /**
     * Runs it to its end.
     *
     * @return its exit code; 128 and the signal's number where a signal ended it
     * @throws Failure NO_PROGRAM or NOT_EXECUTABLE when it can't be started
     */
    public int run() {
        try (ForwardedSignals signals = new ForwardedSignals(host.io().hasTerminal())) {
            Process process = builder.start();
            signals.to(process);
            if (masked != null) {
                copyOutput(process);
            }
            int exitCode = process.waitFor();
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

    private void copyOutput(Process process) throws InterruptedException {
        Thread errors =
                new Thread(() -> copy(process.getErrorStream(), host.io().err()));
        errors.start();
        copy(process.getInputStream(), host.io().out());
        errors.join();
    }

    private void copy(InputStream from, OutputStream to) {
        try (from) {
            new MaskedCopy(masked).copy(from, to);
        } catch (IOException exception) {
            // The pipe is closed then, and the program learns it as it would have without us.
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

    /** What the operating system says: behind {@code error=13, } on older Java, and in {@code error: 13 (…)} on newer. */
    private static String reason(String message) {
        return message.endsWith(")")
                ? message.substring(message.lastIndexOf('(') + 1, message.length() - 1)
                : message.substring(message.lastIndexOf(',') + 1).strip();
    }
}
