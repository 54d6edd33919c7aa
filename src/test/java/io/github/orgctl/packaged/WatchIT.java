package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that {@code env run --watch} keeps up to date. */
@Timeout(120)
class WatchIT {
    private static final String SANDBOX = "acme/website:sandbox";

    /** Says its value and its process, and stays. */
    private static final String SAYING = "echo \"$GREETING $$\"; exec sleep 1000";

    private static final int CHANGES = 50;
    private static final int STARTS = 5;

    @TempDir
    Path scratch;

    private Installation orgctl;
    private Process process;
    private BufferedReader out;
    private BufferedReader err;

    @BeforeEach
    void install() throws Exception {
        orgctl = Installation.archived(scratch.toRealPath());
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Website", "--org", "acme");
        orgctl.must("config", "set", "word=hello", "--env", SANDBOX);
        orgctl.must("config", "set", "greeting=${word}", "--expand", "--env", SANDBOX);
    }

    private void start(List<String> options, String script) throws Exception {
        List<String> words = new ArrayList<>(
                List.of(orgctl.home.resolve("bin/orgctl").toString(), "env", "run", SANDBOX, "--watch"));
        words.addAll(options);
        words.addAll(List.of("--", "sh", "-c", script));
        ProcessBuilder builder = new ProcessBuilder(words).directory(scratch.toFile());
        builder.environment().clear();
        builder.environment().putAll(orgctl.env);
        process = builder.start();
        out = process.inputReader(StandardCharsets.UTF_8);
        err = process.errorReader(StandardCharsets.UTF_8);
    }

    @AfterEach
    void end() {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Path storeFile() throws Exception {
        return Path.of(orgctl.must("store", "info", "--jq", ".location").out().strip());
    }

    private static void signal(String name, String pid) throws Exception {
        assertThat(new ProcessBuilder("/bin/sh", "-c", "kill -s " + name + " " + pid)
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void aChangedTargetStartsItAgainAndABrokenOneDoesNot() throws Exception {
        start(List.of(), SAYING);
        String first = out.readLine();
        assertThat(first).startsWith("hello ");
        orgctl.must("config", "set", "word=bye", "--env", SANDBOX);
        String second = out.readLine();
        assertThat(second).startsWith("bye ");
        String pid = second.split(" ")[1];
        assertThat(ProcessHandle.of(Long.parseLong(first.split(" ")[1])).filter(ProcessHandle::isAlive))
                .isEmpty();

        orgctl.must("config", "unset", "word", "--break-references", "--env", SANDBOX);
        assertThat(err.readLine()).contains("the program keeps its values", SANDBOX + "/word, which has no value");
        assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive))
                .isPresent();
        orgctl.must("config", "set", "word=again", "--env", SANDBOX);
        assertThat(out.readLine()).startsWith("again ");
    }

    @Test
    void aStoreThatIsAwayForAWhileLeavesItRunning() throws Exception {
        start(List.of(), SAYING);
        String pid = out.readLine().split(" ")[1];
        Path store = storeFile();
        Path away = scratch.resolve("away.db");
        for (int i = 0; i < 2; i++) {
            Files.move(store, away);
            assertThat(err.readLine()).contains("the program keeps its values: no store at " + store);
            Files.writeString(store, "not a store");
            assertThat(err.readLine()).contains("the program keeps its values: ", "another program's file");
            Files.move(away, store, StandardCopyOption.REPLACE_EXISTING);
            assertThat(err.readLine()).contains("the values can be read again and have not changed");
        }
        assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive))
                .isPresent();
        orgctl.must("config", "set", "word=bye", "--env", SANDBOX);
        assertThat(out.readLine()).startsWith("bye ");
    }

    /** The other store has the same environment at the same revision. */
    @Test
    void aStoreThatComesBackWithOtherValuesStartsItAgain() throws Exception {
        Path store = storeFile();
        Path other = Files.copy(store, scratch.resolve("other.db"));
        orgctl.must("config", "set", "word=other", "--env", SANDBOX, "--store", other.toString());
        orgctl.must("config", "set", "word=one", "--env", SANDBOX);
        start(List.of(), SAYING);
        assertThat(out.readLine()).startsWith("one ");
        Files.delete(store);
        assertThat(err.readLine()).contains("no store at");
        Files.move(other, store);
        assertThat(out.readLine()).startsWith("other ");
    }

    @Test
    void aChangedSharedValueStartsItAgain() throws Exception {
        orgctl.must("project", "create", "Shared", "--org", "acme");
        orgctl.must("config", "set", "word=morning", "--env", "acme/shared:sandbox");
        orgctl.must("config", "set", "greeting=${shared.word}", "--expand", "--env", SANDBOX);
        start(List.of(), SAYING);
        assertThat(out.readLine()).startsWith("morning ");
        orgctl.must("config", "set", "word=evening", "--shared", "--mode", "sandbox", "--org", "acme");
        assertThat(out.readLine()).startsWith("evening ");
    }

    @Test
    void aRightThatIsTakenAwayLeavesItRunning() throws Exception {
        orgctl.env.put(
                "ORGCTL_TOKEN",
                orgctl.must(
                                "token",
                                "create",
                                "--name",
                                "run",
                                "--role",
                                "developer",
                                "--org",
                                "acme",
                                "--jq",
                                ".token")
                        .out()
                        .strip());
        start(List.of(), SAYING);
        orgctl.env.remove("ORGCTL_TOKEN");
        String pid = out.readLine().split(" ")[1];
        orgctl.must("token", "revoke", "run", "--org", "acme");
        assertThat(err.readLine()).contains("the program keeps its values");
        assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive))
                .isPresent();
    }

    @Test
    void whatItHasStartedEndsWithIt() throws Exception {
        start(List.of(), "sleep 1001 & echo \"$GREETING $!\"; wait");
        String grandchild = out.readLine().split(" ")[1];
        orgctl.must("config", "set", "word=bye", "--env", SANDBOX);
        assertThat(out.readLine()).startsWith("bye ");
        assertThat(ProcessHandle.of(Long.parseLong(grandchild)).filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void aBurstOfChangesEndsWithTheLast() throws Exception {
        start(List.of(), SAYING);
        assertThat(out.readLine()).startsWith("hello ");
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= CHANGES; i++) {
            lines.append("config set word=")
                    .append(i)
                    .append(" --env ")
                    .append(SANDBOX)
                    .append('\n');
        }
        orgctl.must(
                "batch",
                "-f",
                Files.writeString(scratch.resolve("burst"), lines).toString());
        assertThat(lineWith(CHANGES + " ")).isNotNull();
        assertThat(process.children()).hasSize(1);
    }

    /** The program is asked to end, and does so only after the next change; its own exit code does not count then. */
    @Test
    void aChangeDuringASlowStopIsNotMissed() throws Exception {
        start(
                List.of(),
                "trap 'echo stopping; while [ ! -e go ]; do sleep 0.1; done; exit 0' TERM;"
                        + " echo \"$GREETING $$\"; while :; do sleep 0.1; done");
        assertThat(out.readLine()).startsWith("hello ");
        orgctl.must("config", "set", "word=bye", "--env", SANDBOX);
        assertThat(out.readLine()).isEqualTo("stopping");
        orgctl.must("config", "set", "word=final", "--env", SANDBOX);
        Files.createFile(scratch.resolve("go"));
        assertThat(lineWith("final ")).isNotNull();
    }

    /** Reads to the line with this beginning; null if there is none. */
    private String lineWith(String beginning) throws Exception {
        String line = out.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = out.readLine();
        }
        return line;
    }

    @Test
    void aSignalCanTellItInstead() throws Exception {
        start(List.of("--signal", "HUP"), "trap 'echo reloaded' HUP; echo ready; while :; do sleep 0.1; done");
        assertThat(out.readLine()).isEqualTo("ready");
        orgctl.must("config", "set", "word=bye", "--env", SANDBOX);
        assertThat(out.readLine()).isEqualTo("reloaded");
    }

    @Test
    void itsSuccessEndsTheWatchingAndAFailureStartsItAgain() throws Exception {
        start(List.of(), "echo try >> tries; test \"$(wc -l < tries)\" -ge 3");
        assertThat(err.readLine()).contains("exited with code 1", "in 1 s");
        assertThat(err.readLine()).contains("exited with code 1", "in 2 s");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aSignalEndsBoth() throws Exception {
        start(List.of(), SAYING);
        String pid = out.readLine().split(" ")[1];
        signal("TERM", Long.toString(process.pid()));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    /** The program's first act is to have its watcher ended, which has barely started it. */
    @ParameterizedTest
    @CsvSource({"exec sleep 1000, 143", "exit 3, 3", "exit 0, 0"})
    void aSignalWhileTheProgramStartsEndsBoth(String then, int itsOwn) throws Exception {
        for (int i = 0; i < STARTS; i++) {
            start(List.of(), "kill -s TERM $PPID; " + then);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isIn(143, itsOwn);
            assertThat(process.descendants()).isEmpty();
        }
    }

    @Test
    void aSignalEndsTheWaitAfterACrash() throws Exception {
        start(List.of(), "exit 3");
        assertThat(err.readLine()).contains("exited with code 3");
        signal("INT", Long.toString(process.pid()));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
    }
}
