package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.verb.Invocation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report about a change whose result can't be shown matches the store. */
class LostOutputTest {
    /** As it stands in an error that is not JSON. */
    private static final Pattern HINT = Pattern.compile("inspect the change with: (orgctl [^\n\"]+)\n");

    private static final Instant BEGIN = Instant.parse("2025-12-31T23:59:50Z");

    private static final List<String> SHOWN_ONCE =
            List.of("token create", "member invite", "invite resend", "import members");

    @TempDir
    Path folder;

    @TempDir
    Path snapshot;

    private final ChangesLeaveEventsTest story = new ChangesLeaveEventsTest();
    private int line;

    /** A way in which output is lost. */
    private record Loss(String reason, String... options) {}

    private static List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        for (OutputFormat format : OutputFormat.values()) {
            for (String reason : new String[] {"Bad file descriptor", "No space left on device"}) {
                losses.add(new Loss(reason, "-o", format.toString()));
            }
        }
        for (String format : new String[] {"json", "ndjson"}) {
            losses.add(new Loss(null, "-o", format, "--jq", "error(\"unfit\")"));
        }
        // Once: it takes a whole deep stack each time.
        losses.add(new Loss(null, "-o", "json", "--jq", "def f: f; f"));
        return losses;
    }

    @Test
    void whatIsSaidOfAChangeIsTrue() throws IOException, SQLException {
        story.folder = folder;
        story.install();
        List<Loss> losses = losses();
        for (ChangesLeaveEventsTest.Line each : ChangesLeaveEventsTest.STORY) {
            boolean changes = Invocation.of(each.command().split(" "), Commands.NOUNS)
                            .verb()
                            .changesStore()
                    && each.events().length > 0;
            copy(folder, snapshot);
            int before = changes && line > 0 ? events() : 0;
            for (Loss loss : changes ? losses : List.<Loss>of()) {
                lose(each.command(), loss, before);
                copy(snapshot, folder);
            }
            tick();
            assertThat(story.run(each.command()).exit()).as(each.command()).isZero();
            line++;
        }
    }

    @Test
    void aMonthIsClosedAsAPage() {
        CliHarness orgctl = new CliHarness(folder).at(BEGIN);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.at(BEGIN.plusSeconds(60));
        String[] close = {"billing", "statement", "--period", "2025-12", "--close", "--format", "html"};
        CliHarness.Outcome lost = orgctl.output(new Broken("disk full")).run(close);
        assertThat(lost.exit()).isEqualTo(74);
        assertThat(lost.err())
                .contains("the change was made (statements closed: 1), but can't write the output: disk full")
                .contains("inspect the change with: orgctl billing statement --totals --period 2025-12");
        CliHarness.Outcome page = orgctl.output(null).run(close);
        assertThat(page.exit()).as(page.err()).isZero();
        assertThat(page.out()).startsWith("<!doctype html>").contains("2025-12").endsWith("</html>\n");
        assertThat(page.err()).contains("statements closed now: 0, before: 1");
    }

    private void tick() {
        story.orgctl.at(BEGIN.plusSeconds(60L * line));
    }

    private int events() throws SQLException {
        String store = "jdbc:sqlite:" + story.orgctl.storeFile();
        try (Connection connection = DriverManager.getConnection(store);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM audit_event")) {
            count.next();
            return count.getInt(1);
        }
    }

    private void lose(String command, Loss loss, int before) throws SQLException {
        Broken out = new Broken(loss.reason());
        tick();
        story.output = loss.reason() == null ? null : out;
        CliHarness.Outcome outcome = story.run(command, loss.options());
        story.output = null;
        String which = command + " " + String.join(" ", loss.options()) + ": " + outcome;
        boolean made = events() > before;
        boolean isShownOnce = SHOWN_ONCE.stream().anyMatch(command::startsWith);
        if (outcome.exit() == 0) {
            // There was nothing to show in this format.
            assertThat(made).as(which).isTrue();
            assertThat(loss.reason() == null || !out.isTried).as(which).isTrue();
        } else if (made) {
            assertThat(outcome.exit()).as(which).isEqualTo(74);
            assertThat(outcome.err()).as(which).contains("the change was made (", "inspect the change with: orgctl ");
            Matcher hint = HINT.matcher(outcome.err());
            if (hint.find()) {
                CommandTreeTest.parsed(hint.group(1));
            }
            assertThat(outcome.err()).as(which).doesNotContain("nothing was changed");
            assertThat(isShownOnce).as(which).isFalse();
        } else {
            assertThat(isShownOnce || outcome.exit() == 2).as(which).isTrue();
            assertThat(outcome.err()).as(which).doesNotContain("the change was made");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        deleteContents(to);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void deleteContents(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException exception) {
                    throw new UncheckedIOException(exception);
                }
            });
        }
    }

    /** A stream that fails on every write. */
    private static final class Broken extends OutputStream {
        private final String reason;
        private boolean isTried;

        private Broken(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            isTried = true;
            throw new IOException(reason);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                write(bytes[offset]);
            }
        }
    }
}
