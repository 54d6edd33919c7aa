package io.github.orgctl.cli.host;

import io.github.orgctl.cli.output.TerminalSize;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.CredentialSource;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.vault.RandomCredentials;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Access to the machine that a command runs on. Tests provide their own.
 *
 * @param environment environment variables
 * @param pause waits before the next poll, and returns whether to continue
 */
public record Host(
        Io io,
        Map<String, String> environment,
        File workingDirectory,
        InstantSource clock,
        IdSource ids,
        CredentialSource credentials,
        BooleanSupplier pause) {
    private static final long PAUSE_MILLIS = 500;

    public static Host system(Io io, Map<String, String> environment) {
        return new Host(
                io,
                environment,
                new File(System.getProperty("orgctl.directory", System.getProperty("user.dir"))),
                new SystemTime(),
                new RandomIds(),
                new RandomCredentials(),
                new Sleep());
    }

    /** Value of an environment variable, or null if it is unset or empty. */
    public String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    public TerminalSize terminalSize() {
        return new TerminalSize(variable("COLUMNS"), variable("LINES"));
    }

    /** Whether a terminal gets plain lines only: because it can't do more, or for a screen reader. */
    public boolean isPlainTerminal() {
        String terminal = variable("TERM");
        return terminal == null || terminal.equals("dumb") || isAccessible();
    }

    /** Whether plain lines are asked for, as a screen reader needs them. */
    public boolean isAccessible() {
        String accessible = variable(EnvironmentVariable.ACCESSIBLE.variable());
        return accessible != null && !accessible.equals("0");
    }

    /** The current time, to the millisecond. */
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** Resolves a path against the working directory. */
    public Path resolve(String path) {
        File file = new File(path);
        return (file.isAbsolute() ? file : new File(workingDirectory, path)).toPath();
    }

    /** Whether {@code PATH} contains a program with this name. */
    public boolean finds(String program) {
        String path = variable("PATH");
        if (path != null) {
            for (int start = 0; start <= path.length(); ) {
                int end = path.indexOf(File.pathSeparatorChar, start);
                end = end < 0 ? path.length() : end;
                if (end > start && new File(path.substring(start, end), program).canExecute()) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }

    /** The local operator: {@code os:USER@HOST}. Neither part is authenticated. */
    public Supplier<String> operator() {
        return new Operator(this);
    }

    /** The directory for one kind of the program's files, such as {@code $XDG_CONFIG_HOME/orgctl}. */
    public File folder(String variable, String below) {
        String base = variable(variable);
        if (base == null || !new File(base).isAbsolute()) {
            String home = variable("HOME");
            base = (home == null ? System.getProperty("user.home") : home) + "/" + below;
        }
        return new File(base, "orgctl");
    }

    /** The keyset file, which may not exist yet. */
    public File keyset() {
        String named = variable(EnvironmentVariable.KEYSET.variable());
        if (named == null) {
            return new File(folder("XDG_DATA_HOME", ".local/share"), "keyset.json");
        }
        File file = new File(named);
        return file.isAbsolute() ? file : new File(workingDirectory, named);
    }

    /** Not a lambda, because the first lambda costs every command some milliseconds. */
    private static final class Sleep implements BooleanSupplier {
        @Override
        public boolean getAsBoolean() {
            try {
                Thread.sleep(PAUSE_MILLIS);
                return true;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** Not Java's clock, because its time zone costs every command more than a millisecond. */
    private static final class SystemTime implements InstantSource {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long millis() {
            return System.currentTimeMillis();
        }
    }

    /** Looks up the machine's name lazily. */
    private record Operator(Host host) implements Supplier<String> {
        @Override
        public String get() {
            String user = host.variable("USER");
            return "os:" + (user == null ? System.getProperty("user.name", "unknown") : user) + "@"
                    + Machine.name(host);
        }
    }

    private static final class RandomIds implements IdSource {
        @Override
        public Id next() {
            return new Id(UUID.randomUUID().toString());
        }
    }
}
