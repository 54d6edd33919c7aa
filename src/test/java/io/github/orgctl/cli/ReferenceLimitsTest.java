package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What secrets refer to may take no more than a time and a size, and is read while nobody waits for the store. */
@Timeout(60)
class ReferenceLimitsTest {
    private static final String ENV = "website:sandbox";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void create() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
    }

    private Outcome reveal(String reference, String... options) {
        orgctl.must("secret", "set", "a", "--ref", reference, "--env", ENV);
        String[] words = new String[5 + options.length];
        System.arraycopy(new String[] {"secret", "reveal", "a", "--env", ENV}, 0, words, 0, 5);
        System.arraycopy(options, 0, words, 5, options.length);
        return orgctl.run(words);
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(reveal("file:" + pipe).err()).contains("'a' has no value: " + pipe + " is not a regular file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/"})
    void whatIsNoFileIsNotRead(String path) {
        Outcome outcome = reveal("file:" + path);
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains(path + " is not a regular file");
    }

    /** Whether it keeps its output open or not, and whatever it has started. */
    @ParameterizedTest
    @ValueSource(strings = {"exec sleep 600", "exec >&-; exec sleep 600", "sleep 600 & wait"})
    void aCommandThatTakesTooLongIsEnded(String command) throws Exception {
        Path number = folder.resolve("number");
        Outcome outcome = reveal("cmd:echo $$ > '" + number + "'; " + command, "--reference-timeout", "2s");
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("took longer than 2 s")
                .contains("hint: allow more time with --reference-timeout");
        long process = Long.parseLong(Files.readString(number).strip());
        ProcessHandle.of(process)
                .ifPresent(running ->
                        running.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    @Test
    void aCommandThatPrintsTooMuchIsEnded() {
        assertThat(reveal("cmd:yes").err()).contains("the command 'yes' is larger than 1 MiB");
    }

    @Test
    void aFileThatIsTooLongIsRefused() throws Exception {
        Path file = folder.resolve("long");
        Files.writeString(file, "x".repeat(1024 * 1024 + 1));
        assertThat(reveal("file:" + file).err()).contains(file + " is larger than 1 MiB");
    }

    /** The store changes while the command runs, which nothing would come of if the one who waits for it held a lock. */
    @Test
    void nobodyWaitsForACommand() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CliHarness other = new CliHarness(folder);
        Thread writer = new Thread(() -> {
            other.must("config", "set", "b=1", "--env", ENV);
            try {
                Files.writeString(pipe, "value");
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        });
        writer.start();
        Outcome outcome = reveal("cmd:cat '" + pipe + "'", "--reference-timeout", "30s");
        writer.join();
        assertThat(outcome).isEqualTo(new Outcome(0, "value\n", ""));
        assertThat(orgctl.must("config", "get", "b", "--env", ENV)).isEqualTo("1\n");
    }

    /** All lines are run again once the command has ended. */
    @Test
    void nobodyWaitsForACommandOfAnAtomicBatch() throws Exception {
        Path pipe = folder.resolve("pipe");
        Path runs = folder.resolve("runs");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        orgctl.must("secret", "set", "a", "--ref", "cmd:echo run >> '" + runs + "'; cat '" + pipe + "'", "--env", ENV);
        Files.writeString(
                orgctl.work().resolve("lines"),
                "project create New -o ids\nsecret reveal a --env " + ENV + " --reference-timeout 30s --jq .value\n"
                        + "secret reveal a --env " + ENV + " --jq .value\n");
        CliHarness other = new CliHarness(folder);
        Thread writer = new Thread(() -> {
            other.must("config", "set", "b=1", "--env", ENV);
            try {
                Files.writeString(pipe, "value");
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        });
        writer.start();
        Outcome outcome = orgctl.run("batch", "-f", "lines", "--atomic");
        writer.join();
        assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).hasLineCount(3).contains("value");
        assertThat(runs).hasContent("run");
        assertThat(orgctl.must("config", "get", "b", "--env", ENV)).isEqualTo("1\n");
        assertThat(orgctl.must("project", "list", "-o", "csv", "--no-header", "--fields", "slug"))
                .isEqualTo("new\nwebsite\n");
    }

    /** However often the work is done anew. */
    @Test
    void aCommandRunsOnce() throws Exception {
        Path runs = folder.resolve("runs");
        orgctl.must("secret", "set", "b", "--ref", "cmd:echo run >> '" + runs + "'; echo b", "--env", ENV);
        orgctl.must("secret", "set", "c", "--ref", "cmd:echo c", "--env", ENV);
        assertThat(orgctl.must("env", "export", ENV, "--format", "shell", "--with-secrets"))
                .isEqualTo("export B='b'\nexport C='c'\n");
        assertThat(runs).hasContent("run");
    }

    @Test
    void nothingIsReadForWhomItIsNotFor() {
        Path runs = folder.resolve("runs");
        orgctl.must("secret", "set", "b", "--ref", "cmd:echo run >> '" + runs + "'", "--env", ENV);
        assertThat(orgctl.run("secret", "reveal", "b", "--env", ENV, "--as", "stranger@example.com")
                        .exit())
                .isEqualTo(3);
        assertThat(runs).doesNotExist();
    }
}
