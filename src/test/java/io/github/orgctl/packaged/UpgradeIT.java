package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that stays goes on with its own code while the program is upgraded, by a new file and a rename. */
@Timeout(300)
class UpgradeIT {
    private static final String SANDBOX = "acme/website:sandbox";

    @TempDir
    static Path shared;

    private static Path home;
    private static Path jar;
    private static Path earlier;

    @TempDir
    Path scratch;

    private Installation orgctl;

    /** Runs the version that is not replaced. */
    private Installation other;

    @BeforeAll
    static void installAndArchive() throws Exception {
        shared = shared.toRealPath();
        home = Installation.copyTo(shared.resolve("installation"));
        jar = home.resolve("lib/orgctl.jar");
        earlier = Files.createLink(shared.resolve("earlier.jar"), jar);
        new Installation(home, shared).must("__archive");
    }

    /** JUnit would warn of a link that leads out of its folder. */
    @AfterAll
    static void removeLink() throws IOException {
        Files.delete(new Installation(home, shared).archiveFolder().resolve("java"));
    }

    @BeforeEach
    void install() throws Exception {
        Files.delete(jar);
        Files.createLink(jar, earlier);
        scratch = scratch.toRealPath();
        orgctl = new Installation(home, scratch);
        orgctl.env.put("XDG_CACHE_HOME", shared.resolve("cache").toString());
        orgctl.env.put("TERM", "xterm-256color");
        other = Installation.archived(scratch);
        other.must("org", "create", "Acme", "--use");
        other.must("project", "create", "Website");
        other.must("config", "set", "word=hello", "--env", SANDBOX);
    }

    /** Whatever is read from the new version is missing, so that nothing can come from it unnoticed. */
    private static void upgrade() throws IOException {
        Path fresh = jar.resolveSibling("orgctl.jar.new");
        new JarOutputStream(Files.newOutputStream(fresh)).close();
        Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Tmux open(String arguments) throws Exception {
        return new Tmux(orgctl, scratch, 80, 24, arguments);
    }

    @Test
    void thePagerEnds() throws Exception {
        orgctl.env.put("PAGER", "cat; echo at the end; read -r line < /dev/tty; exit 0 #");
        StringBuilder lines = new StringBuilder("config set --env " + SANDBOX);
        for (int i = 0; i < 30; i++) {
            lines.append(" key-").append(i).append("=1");
        }
        other.must(lines.toString().split(" "));
        try (Tmux terminal = open("config list --env " + SANDBOX)) {
            terminal.await("at the end");
            upgrade();
            terminal.press("Enter");
            assertThat(terminal.await("ended with")).contains("ended with 0").doesNotContain("error");
        }
    }

    @Test
    void theDashboardGoesOn() throws Exception {
        try (Tmux terminal = open("dashboard")) {
            terminal.await("website");
            upgrade();
            terminal.press("?");
            terminal.await("Help: type to search");
            terminal.press("Escape", "Down", "Enter");
            terminal.await("hello");
            terminal.press("q");
            assertThat(terminal.await(" icanon")).contains("ended with 0").doesNotContain("error");
        }
    }

    @Test
    void theEditorsTextIsTaken() throws Exception {
        orgctl.env.put("EDITOR", "sh -c 'echo editing; read -r line < /dev/tty; sed -i s/hello/bye/ \"$1\"' edit");
        try (Tmux terminal = open("config edit --env " + SANDBOX)) {
            terminal.await("editing");
            upgrade();
            terminal.press("Enter");
            terminal.await("[y/N]");
            terminal.press("y", "Enter");
            assertThat(terminal.await("ended with")).contains("ended with 0");
            assertThat(other.must("config", "get", "word", "--env", SANDBOX).out())
                    .isEqualTo("bye\n");
        }
    }

    @Test
    void aQuestionIsAnswered() throws Exception {
        try (Tmux terminal = open("project delete website")) {
            terminal.await("Type its slug");
            upgrade();
            terminal.press("website", "Enter");
            assertThat(terminal.await("ended with")).contains("ended with 0");
        }
    }

    @Test
    void aWatchedProgramIsStartedAgain() throws Exception {
        Path output = scratch.resolve("output");
        Process process = orgctl.start(
                output, "env", "run", SANDBOX, "--watch", "--", "sh", "-c", "echo \"$WORD\"; exec sleep 1000");
        await(process, output, "hello");
        upgrade();
        other.must("config", "set", "word=bye", "--env", SANDBOX);
        await(process, output, "bye");
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(output).hasContent("hello\nbye");
    }

    @Test
    void aMaskedProgramEnds() throws Exception {
        Path output = scratch.resolve("output");
        Process process = orgctl.start(
                output,
                "env",
                "run",
                SANDBOX,
                "--mask",
                "--",
                "sh",
                "-c",
                "echo ready; while [ ! -e go ]; do sleep 0.1; done; echo \"$WORD\"; exit 3");
        await(process, output, "ready");
        upgrade();
        Files.createFile(scratch.resolve("go"));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).hasContent("ready\nhello");
        assertThat(process.exitValue()).isEqualTo(3);
    }

    @Test
    void aFollowedLogGoesOn() throws Exception {
        Path output = scratch.resolve("output");
        Process process = orgctl.start(output, "audit", "list", "--follow", "-o", "csv", "--fields", "action");
        await(process, output, "config.set");
        upgrade();
        other.must("project", "create", "Later");
        await(process, output, "project.create\nconfig.set\nproject.create");
        process.destroy();
        process.waitFor();
    }

    private static void await(Process process, Path output, String text) throws IOException {
        while (!Files.readString(output).contains(text)) {
            assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
            Thread.onSpinWait();
        }
    }
}
