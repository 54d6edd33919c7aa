package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation.Run;
import java.io.BufferedReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** What a signal does to the program, to its terminal, and to what it is about to say. */
@Execution(ExecutionMode.CONCURRENT)
class SignalsIT {
    private static final long LIMIT_SECONDS = 60;
    private static final int KEYS = 4000;

    @TempDir
    static Path prepared;

    @TempDir
    Path scratch;

    private Installation orgctl;
    private Pty pty;

    @BeforeAll
    static void prepare() throws Exception {
        Installation first = Installation.archived(prepared);
        first.must("org", "create", "Acme");
        first.must("project", "create", "Website", "--org", "acme");
    }

    @BeforeEach
    void install() throws Exception {
        scratch = Installation.copy(prepared, scratch.toRealPath());
        orgctl = Installation.archived(scratch);
        orgctl.env.put("TERM", "xterm");
        orgctl.env.put("LINES", "3");
        orgctl.env.put("ORGCTL_ORG", "acme");
        orgctl.env.put("PATH", orgctl.home.resolve("bin") + ":/usr/bin:/bin");
        pty = new Pty(orgctl, scratch);
    }

    /**
     * A shell's loop goes on after a command that has handled Ctrl-C, and ends with one that it has killed. The program that
     * runs starts no other one after its prompt, since dash loses a signal that arrives while it does.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "orgctl org delete acme",
                "orgctl use",
                "orgctl org create",
                "orgctl audit list --follow -o ndjson --jq '\"confirm:\"'",
                "orgctl secret set db.password --env website:sandbox",
                "orgctl env run website:sandbox --mask -- bash -c 'printf confirm: >/dev/tty; read -r'",
            })
    void ctrlCEndsALoop(String command) throws Exception {
        String loop = "for i in 1 2 3; do " + command + "; done; echo survived";
        Run run = pty.runAs("\\x03|\\x03|\\x03", "/bin/bash", "-c", loop);
        assertThat(run.out()).doesNotContain("survived");
        assertThat(run.exit()).as(run.out()).isEqualTo(130);
        assertThat(run.err()).contains("ended by signal 2");
        assertThat(orgctl.run("org", "show", "acme").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org delete acme",
                "org create",
                "member invite",
                "secret set db.password --env website:sandbox",
                "env promote website --no-pager"
            })
    void aPromptLeavesACleanLineAndTheTerminalAsItWas(String command) throws Exception {
        orgctl.run("config", "set", "a=1", "--env", "website:sandbox");
        String waiting =
                "trap : INT; before=$(stty -g); orgctl " + command + "; [ \"$before\" = \"$(stty -g)\" ] && echo same";
        Run run = pty.runAs("\\x03", "/bin/bash", "-c", waiting);
        assertThat(run.out()).endsWith("\nsame\n");
    }

    /** The user goes on once orgctl, the pager's parent or the one of the shell between them, has seen the signal. */
    @Test
    void aPagerKeepsTheTerminalUntilItsUserLeavesIt() throws Exception {
        Path pager = Files.writeString(scratch.resolve("pager"), """
                read -r _ _ _ above _ < /proc/$PPID/stat
                seen() { grep -qs '^interrupt$' /proc/$PPID/task/*/comm /proc/$above/task/*/comm; }
                trap 'echo trapped; until seen; do :; done; echo confirm:' INT
                echo confirm:
                while ! read -r line < /dev/tty; do :; done
                echo left
                cat > /dev/null
                echo paged
                """);
        orgctl.env.put("ORGCTL_PAGER", "sh " + pager);
        Run run = pty.run("\\x03|q\\n", "audit", "list", "--fields", "at,action");
        assertThat(run.out()).contains("trapped").endsWith("left\npaged\n");
        assertThat(run.err()).contains("ended by signal 2");
    }

    @Test
    void withoutAPagerNothingIsPaged() throws Exception {
        Path bin = Files.createDirectory(scratch.resolve("bin"));
        for (String program : new String[] {"sh", "readlink", "java"}) {
            Run found = orgctl.runAs("/bin/sh", "-c", "command -v " + program);
            if (found.exit() == 0) {
                Files.createSymbolicLink(
                        bin.resolve(program), Path.of(found.out().strip()));
            }
        }
        Run run = pty.runAs(
                "",
                "/usr/bin/env",
                "PATH=" + bin,
                orgctl.home.resolve("bin/orgctl").toString(),
                "audit",
                "list");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("TARGET", "acme").doesNotContain("not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "INT", "TERM"})
    void aProgramThatDiedOfASignalIsFollowed(String signal) throws Exception {
        Run run = pty.run("", "env", "run", "website:sandbox", "--mask", "--", "sh", "-c", "kill -s " + signal + " $$");
        assertThat(run.err()).contains("ended by signal");
    }

    @Test
    void soIsTheShellOfAnAlias() throws Exception {
        orgctl.must("alias", "set", "ended", "!kill -s INT $$");
        assertThat(pty.run("", "ended").err()).contains("ended by signal 2");
    }

    /** The output is longer than a pipe, so that the change is made and its output is not at its end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config import --env website:sandbox | {%s} | revision 2 of acme/website",
                "apply --yes | {\"apiVersion\":\"orgctl/v1\",\"kind\":\"Project\",\"organization\":\"acme\",\"slug\":"
                        + "\"website\",\"sandbox\":{\"configuration\":{%s}}} | 4000 created, 0 updated, 0 deleted"
            })
    void aSignalWaitsForTheOutputOfAChangeAndThenSaysThatItWasMade(String command, String content, String made)
            throws Exception {
        StringBuilder values = new StringBuilder("\"k0\":0");
        for (int i = 1; i < KEYS; i++) {
            values.append(",\"k").append(i).append("\":").append(i);
        }
        Path file = Files.writeString(scratch.resolve("values.json"), content.replace("%s", values));
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("-f", file.toString(), "-o", "ndjson"));
        Process process = start(words.toArray(new String[0]));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).contains("\"key\":");
        signal("INT", process);
        while (process.isAlive() && !hasThread("interrupt", process)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        long lines = 1 + out.lines().count();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).isEqualTo(KEYS);
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(process.errorReader().lines().toList())
                .anyMatch(line -> line.contains("interrupted, but the change was made: " + made));
        assertThat(orgctl.run("env", "show", "website:sandbox", "--jq", ".revision")
                        .out())
                .isEqualTo("2\n");
    }

    /** Documents and saved plans, before anything was agreed to. */
    @ParameterizedTest
    @CsvSource({"-f a.yaml, \\x03, 2", "-f a.yaml, TERM, 15", "p, \\x03, 2", "p, TERM, 15"})
    void applyDiesOfASignalAtItsPrompt(String what, String answer, int number) throws Exception {
        orgctl.workingDirectory = Files.createDirectory(scratch.resolve("documents"));
        Files.writeString(
                orgctl.workingDirectory.resolve("a.yaml"),
                "apiVersion: orgctl/v1\nkind: Project\norganization: acme\nslug: website\n"
                        + "sandbox: {configuration: {a: 1}}\n");
        orgctl.run("plan", "-f", "a.yaml", "--out", "p");
        List<String> words = new ArrayList<>(List.of("apply"));
        words.addAll(List.of(what.split(" ")));
        Run run = pty.run(answer, words.toArray(new String[0]));
        assertThat(run.out()).contains("Apply these changes?");
        assertThat(run.err()).contains("ended by signal " + number);
        assertThat(orgctl.workingDirectory.toFile().list()).containsExactlyInAnyOrder("a.yaml", "p");
        assertThat(orgctl.must("config", "list", "--env", "website:sandbox", "-o", "ids")
                        .out())
                .isEmpty();
        assertThat(orgctl.run("store", "check").exit()).isZero();
    }

    /** What was told before is done, and a line that was not told is not. */
    @Test
    void anInterruptedBatchSaysHowFarItCame() throws Exception {
        Process process = start("batch", "-f", "-");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        for (String name : List.of("One", "Two")) {
            in.write("project create " + name + "\n");
            in.flush();
            assertThat(out.readLine()).contains("\"exitCode\":0", "\"name\":\"" + name + "\"");
        }
        signal("INT", process);
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(process.errorReader().lines().toList()).containsExactly("orgctl: interrupted: run up to line 2");
        assertThat(orgctl.run("project", "list", "--jq", ".[].slug").out()).isEqualTo("one\ntwo\nwebsite\n");
    }

    @Test
    void anInterruptedAtomicBatchChangesNothing() throws Exception {
        Path held = scratch.resolve("held");
        assertThat(new ProcessBuilder("mkfifo", held.toString()).start().waitFor())
                .isZero();
        Process process = start("batch", "--atomic", "-f", held.toString());
        try (Writer in = Files.newBufferedWriter(held)) {
            in.write("project create One\n");
            in.flush();
            signal("INT", process);
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(process.errorReader().lines().toList()).containsExactly("orgctl: interrupted: nothing was changed");
        assertThat(orgctl.run("project", "show", "one").exit()).isEqualTo(3);
    }

    /** A reader that takes one row and no more: the store can be used, and its log emptied, all the same. */
    @Test
    void aReaderThatStopsHoldsNoTransaction() throws Exception {
        Path store = scratch.resolve(".local/share/orgctl/orgctl.db");
        ManyProjects.insert(store, "acme", 5000);
        Process process = start("project", "list", "-o", "ndjson");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).contains("\"slug\":");
        while (process.isAlive() && holds(process, store)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(process.isAlive()).isTrue();
        assertThat(out.lines().count()).isEqualTo(5000);
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static boolean holds(Process process, Path store) throws Exception {
        return printed("ls -l /proc/" + process.pid() + "/fd").contains(store.toString());
    }

    private static boolean hasThread(String name, Process process) throws Exception {
        return printed("cat /proc/" + process.pid() + "/task/*/comm").contains(name + "\n");
    }

    private static String printed(String command) throws Exception {
        Process look = new ProcessBuilder("/bin/sh", "-c", command).start();
        return new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Process start(String... arguments) throws Exception {
        List<String> words =
                new ArrayList<>(List.of(orgctl.home.resolve("bin/orgctl").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(scratch.toFile());
        builder.environment().clear();
        builder.environment().putAll(orgctl.env);
        return builder.start();
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("/bin/sh", "-c", "kill -s " + name + " " + process.pid())
                        .start()
                        .waitFor())
                .isZero();
    }
}
