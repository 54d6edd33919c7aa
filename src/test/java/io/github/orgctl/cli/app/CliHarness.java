package io.github.orgctl.cli.app;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Io;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.CredentialSource;
import io.github.orgctl.core.port.IdSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The whole program in this process, on a machine that has nothing but two empty folders, a clock that ticks once each
 * time it is read, and ids and credentials that count up. What one run leaves in the folders, the next one finds.
 */
public final class CliHarness {
    /** What a run left behind. */
    public record Outcome(int exit, String out, String err) {}

    public static final Instant START = Instant.parse("2026-01-02T03:04:05.006Z");

    private final Path home;
    private final Path work;
    private final Map<String, String> environment = new TreeMap<>();
    private final Ticks clock = new Ticks();
    private final CountedIds ids = new CountedIds();
    private final CountedCredentials credentials = new CountedCredentials();
    private Path workingDirectory;
    private byte[] input = {};
    private Runnable asked = () -> {};
    private String terminals = "";
    private OutputStream output;
    private BooleanSupplier pause = () -> false;

    /**
     * @param folder an empty folder of the test's own
     */
    public CliHarness(Path folder) {
        try {
            this.home = Files.createDirectories(folder.toRealPath().resolve("home"));
            this.work = Files.createDirectories(folder.toRealPath().resolve("work"));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        workingDirectory = work;
        environment.put("HOME", home.toString());
        environment.put("USER", "tester");
        environment.put("HOSTNAME", "box");
    }

    public Path home() {
        return home;
    }

    public Path work() {
        return work;
    }

    /** Where the store is unless something says otherwise. */
    public Path storeFile() {
        return home.resolve(".local/share/orgctl/orgctl.db");
    }

    /** Sets an environment variable for the runs to come; null removes it. */
    public CliHarness set(String variable, String value) {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
        return this;
    }

    /** Enters a folder, named from {@link #work()}. */
    public CliHarness in(String folder) {
        workingDirectory = work.resolve(folder).normalize();
        return this;
    }

    /** What the runs to come find on standard input. */
    public CliHarness typing(String text) {
        return piping(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the runs to come find on standard input, which need not be text. */
    public CliHarness piping(byte[] bytes) {
        input = bytes;
        return this;
    }

    /** What happens when a command first reads standard input; by default nothing. */
    public CliHarness asked(Runnable action) {
        asked = action;
        return this;
    }

    /** Which of the streams are terminals: any of the letters {@code i}, {@code o} and {@code e}. */
    public CliHarness terminals(String letters) {
        terminals = letters;
        return this;
    }

    /** Writes standard output somewhere else than into the outcome. */
    public CliHarness output(OutputStream other) {
        output = other;
        return this;
    }

    /** Puts the clock to a time, from which it goes on ticking. */
    public CliHarness at(Instant time) {
        clock.next = time;
        return this;
    }

    /** What happens whenever a command waits for something new, and whether it then goes on; else it ends there. */
    public CliHarness pausing(BooleanSupplier other) {
        pause = other;
        return this;
    }

    /** Runs one command line. */
    public Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Cli.run(arguments, host(output == null ? out : output, err));
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The machine, with nobody listening. */
    public Host host() {
        return host(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    }

    private Host host(OutputStream out, OutputStream err) {
        Io io = new Io(
                new Input(), out, err, terminals.contains("i"), terminals.contains("o"), terminals.contains("e"));
        return new Host(io, Map.copyOf(environment), workingDirectory.toFile(), clock, ids, credentials, pause);
    }

    /** Runs a command line that has to succeed, for what a test only stands on; returns its standard output. */
    public String must(String... arguments) {
        Outcome outcome = run(arguments);
        if (outcome.exit() != 0) {
            throw new AssertionError("orgctl " + String.join(" ", arguments) + ": " + outcome);
        }
        return outcome.out();
    }

    private final class Input extends InputStream {
        private final InputStream rest = new ByteArrayInputStream(input);
        private boolean isRead;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!isRead) {
                isRead = true;
                asked.run();
            }
            return rest.read(bytes, offset, length);
        }
    }

    private static final class Ticks extends Clock {
        private Instant next = START;

        @Override
        public Instant instant() {
            Instant now = next;
            next = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class CountedIds implements IdSource {
        private int last;

        @Override
        public Id next() {
            String number = Integer.toString(++last);
            return new Id("00000000-0000-4000-8000-000000000000".substring(0, 36 - number.length()) + number);
        }
    }

    private static final class CountedCredentials implements CredentialSource {
        private byte last;

        @Override
        public Credential next(Credential.Kind kind) {
            return Credential.of(kind, new byte[] {++last});
        }
    }
}
