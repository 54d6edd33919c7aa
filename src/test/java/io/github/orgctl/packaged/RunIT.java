package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation.Run;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code env run} is to the program that it starts, and to whoever started it. */
@Execution(ExecutionMode.CONCURRENT)
class RunIT {
    private static final long LIMIT_SECONDS = 60;

    /** Says that it is ready, counts a signal, and ends with what it counted once its input ends. */
    private static final String COUNTING = """
            count=0
            trap 'count=$((count + 1)); echo got' INT TERM HUP USR1 USR2 ALRM
            echo ready
            while read -r line || [ "$?" -gt 128 ]; do :; done
            exit "$((count + 40))"
            """;

    @TempDir
    static Path prepared;

    @TempDir
    Path scratch;

    private Installation orgctl;

    @BeforeAll
    static void prepare() throws Exception {
        Installation first = Installation.archived(prepared);
        first.must("org", "create", "Acme");
        first.must("project", "create", "Website", "--org", "acme");
        first.must("config", "set", "greeting=hello", "--env", "acme/website:sandbox");
    }

    @BeforeEach
    void install() throws Exception {
        scratch = Installation.copy(prepared, scratch.toRealPath());
        orgctl = Installation.archived(scratch);
        orgctl.env.put("ORGCTL_ORG", "acme");
    }

    private Process start(String... command) throws Exception {
        return startWith(List.of(), command);
    }

    private Process startWith(List<String> options, String... command) throws Exception {
        List<String> words =
                new ArrayList<>(List.of(orgctl.home.resolve("bin/orgctl").toString(), "env", "run", "website:sandbox"));
        words.addAll(options);
        words.add("--");
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words).directory(scratch.toFile());
        builder.environment().clear();
        builder.environment().putAll(orgctl.env);
        return builder.start();
    }

    private static int end(Process process) throws Exception {
        process.getOutputStream().close();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("/bin/sh", "-c", "kill -s " + name + " " + process.pid())
                        .start()
                        .waitFor())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"TERM", "HUP", "INT", "USR1", "USR2", "ALRM"})
    void signalsReachTheProgramOnce(String name) throws Exception {
        Process process = start("bash", "-c", COUNTING);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("ready");
        signal(name, process);
        assertThat(out.readLine()).isEqualTo("got");
        assertThat(end(process)).isEqualTo(41);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    void aProgramThatObeysASignalEndsThisOneTheSameWay(String name, int exitCode) throws Exception {
        Process process = start("sh", "-c", "echo ready; exec cat");
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
        signal(name, process);
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(exitCode);
    }

    /** Runs a command of a shell, in which {@code "$@"} starts a program with orgctl, and with env. */
    private void assertLikeEnv(String shell) throws Exception {
        Run expected = orgctl.runAs("/bin/sh", "-c", shell, "sh", "/usr/bin/env", "GREETING=hello");
        Run actual = orgctl.runAs(
                "/bin/sh",
                "-c",
                shell,
                "sh",
                orgctl.home.resolve("bin/orgctl").toString(),
                "env",
                "run",
                "website:sandbox",
                "--");
        assertThat(actual.err()).isEqualTo(expected.err());
        assertThat(actual.out()).isEqualTo(expected.out()).isNotEmpty();
        assertThat(actual.exit()).isEqualTo(expected.exit());
    }

    @Test
    void theProgramTakesThePlaceOfThisOne() throws Exception {
        Process process = start("sh", "-c", "echo $$");
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo(Long.toString(process.pid()));
        assertThat(end(process)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Signals that are blocked or ignored.
                "trap '' USR1; \"$@\" grep 'Sig[BIC]' /proc/self/status",
                // Limits.
                "ulimit -S -n 500; ulimit -S -v 9000000; ulimit -c 0; \"$@\" sh -c 'ulimit -n; ulimit -v; ulimit -c'",
                // Open files.
                "exec 3</dev/null 7</dev/null; \"$@\" sh -c 'for i in 0 1 2 3 4 5 6 7 8 9; do"
                        + " [ -e /proc/$$/fd/$i ] && echo $i; done; true'",
                "{ echo x | \"$@\" cat /dev/fd/4 4<&0; }",
                // Streams that are closed.
                "\"$@\" sh -c '[ -e /proc/$$/fd/0 ] || echo closed' <&-",
                "\"$@\" sh -c '[ -e /proc/$$/fd/1 ] || echo closed >&2' >&- 2>&1; echo end",
                "\"$@\" sh -c '[ -e /proc/$$/fd/2 ] || echo closed' 2>&-",
                // Arguments as bytes.
                "\"$@\" printf '%s|' \"$(printf 'a\\377\\303')\" '' '*' \"a  'b\" -- -x | od -c",
                // The environment, with what a shell changes or can't hold.
                "IFS=, OPTIND=7 PS4=x PWD=/nowhere \"$@\" env | grep -v '^_=' | sort",
                "A=\"$(printf 'a\\377\\n\\n ')\" Q=\"it's\" my_handing_over=x \"$@\" env | grep -v '^_=' | sort | od -c",
                "/usr/bin/env a.b=c 'F%%=() { :; }' PPID=1 \"$@\" env | grep -v '^_=' | sort",
                "unset USER PWD; \"$@\" env | grep -v '^_=' | sort",
                // The end.
                "\"$@\" sh -c 'kill -KILL $$'; echo $?",
                "\"$@\" sh -c 'exit 1'; echo $?",
                // A folder that is gone.
                "mkdir gone; cd gone; rmdir ../gone; \"$@\" echo x 2>&1 | grep -v getcwd",
            })
    void theProgramGetsWhatEnvWouldGive(String shell) throws Exception {
        assertLikeEnv(shell);
    }

    /** Handed over to, and in a process that stays. */
    @ParameterizedTest
    @ValueSource(strings = {"--clean-env", "--mask", "--watch"})
    void aSnapshotStandsInForABusyStore(String option) throws Exception {
        orgctl.env.put("PW", "first");
        orgctl.must("secret", "set", "token", "--from-env=PW", "--env", "website:sandbox");
        List<String> options = List.of(option, "--wait", "1s", "--fallback", scratch + "/snapshot");
        String[] program = {"/bin/sh", "-c", "echo \"$GREETING ${#TOKEN}\""};
        Process read = startWith(options, program);
        assertThat(read.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("hello 5");
        assertThat(end(read)).isZero();
        String store = "jdbc:sqlite:" + scratch.resolve(".local/share/orgctl/orgctl.db");
        try (Connection connection = DriverManager.getConnection(store);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            Process kept = startWith(options, program);
            assertThat(kept.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("hello 5");
            assertThat(kept.errorReader(StandardCharsets.UTF_8).readLine()).contains("warning", "revision 3");
            assertThat(end(kept)).isZero();
        }
    }

    /** No shell sets these as it is told to. */
    @ParameterizedTest
    @ValueSource(strings = {"uid", "ppid", "optind", "random", "shlvl", "ifs", "path", "pwd"})
    void aKeyMayHaveAnyName(String key) throws Exception {
        assertThat(orgctl.run("config", "set", key + "=/usr/bin:it's  $x", "--env", "website:sandbox")
                        .exit())
                .isZero();
        Run run = orgctl.run(
                "env",
                "run",
                "website:sandbox",
                "--allow-loader-variables",
                "--",
                "/usr/bin/printenv",
                key.toUpperCase(Locale.ROOT),
                "GREETING");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("/usr/bin:it's  $x\nhello\n");
    }

    @Test
    void signalsReachAProgramThatIsWatched() throws Exception {
        Process process = startWith(List.of("--mask"), "bash", "-c", COUNTING);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("ready");
        signal("TERM", process);
        assertThat(out.readLine()).isEqualTo("got");
        assertThat(end(process)).isEqualTo(41);
    }

    @Test
    void aSignalWhileTheProgramStartsReachesIt() throws Exception {
        Process process = startWith(List.of("--mask"), "sh", "-c", "kill -s TERM $PPID; exec sleep 1000");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
    }

    /** What it has left in the background keeps the output open. A signal that comes before its end goes to it. */
    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    void aSignalEndsTheWaitForTheOutput(String name, int exitCode) throws Exception {
        Process process = startWith(List.of("--mask"), "sh", "-c", "sleep 1000 & echo $!; read -r line; exit 7");
        String left = process.inputReader(StandardCharsets.UTF_8).readLine();
        process.getOutputStream().close();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!process.waitFor(100, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
            orgctl.runAs("/bin/sh", "-c", "kill -s " + name + " " + process.pid());
        }
        ProcessHandle.of(Long.parseLong(left)).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitValue()).isIn(7, exitCode);
    }

    @Test
    void aDumpOfThreadsIsNotAmongTheProgramsOutput() throws Exception {
        Process process = start("sh", "-c", "trap '' QUIT; echo ready; read -r line; echo end");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("ready");
        signal("QUIT", process);
        // Java obeys signals one after the other: with this one the first is done with.
        signal("USR1", process);
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(out.readLine()).isNull();
    }

    @Test
    void lostOutputIsAFailure() throws Exception {
        String running = "\"$0\" env run website:sandbox --mask -- echo x >/dev/full";
        Run run = orgctl.runAs(
                "/bin/sh", "-c", running, orgctl.home.resolve("bin/orgctl").toString());
        assertThat(run.err()).contains("can't write the program's output");
        assertThat(run.exit()).isEqualTo(74);
    }

    @Test
    void theStoreIsFreeWhileTheProgramRuns() throws Exception {
        Process process = start("sh", "-c", "echo ready; cat");
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
        Run change = orgctl.run("config", "set", "greeting=bye", "--env", "website:sandbox");
        assertThat(change.exit()).as(change.err()).isZero();
        assertThat(end(process)).isZero();
    }

    @Test
    void theProgramHasTheTerminal() throws Exception {
        Pty pty = new Pty(orgctl, scratch);
        String asking = "test -t 0 && test -t 1 && printf 'confirm: ' && read -r answer && echo \"$GREETING $answer\"";
        Run run = pty.run("world\\n", "env", "run", "website:sandbox", "--", "sh", "-c", asking);
        assertThat(run.out()).contains("hello world");
        assertThat(run.exit()).isZero();
    }

    /** A terminal interrupts all of its foreground itself. */
    @Test
    void ctrlCReachesTheProgramOnce() throws Exception {
        Pty pty = new Pty(orgctl, scratch);
        String counting = "trap 'echo got; exit 9' INT; printf 'confirm: '; while :; do read -r line; done";
        Run run = pty.run("\\x03", "env", "run", "website:sandbox", "--", "bash", "-c", counting);
        assertThat(run.out().split("got", -1)).hasSize(2);
        assertThat(run.exit()).isEqualTo(9);
    }
}
