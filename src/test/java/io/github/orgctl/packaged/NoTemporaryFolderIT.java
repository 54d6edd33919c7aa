package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Without a folder for temporary files, from which no library of machine code could be loaded where it may be written
 * but not be executed. Those that the program needs are part of its installation.
 */
class NoTemporaryFolderIT {
    @TempDir
    Path scratch;

    private Installation orgctl;

    @BeforeEach
    void install() throws Exception {
        scratch = scratch.toRealPath();
        orgctl = Installation.archived(scratch);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        orgctl.env.put("TMPDIR", scratch.resolve("none").toString());
        orgctl.env.put("TERM", "xterm-256color");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org list", "config set a=1 --env website:sandbox", "store check", "audit verify"})
    void commandsRun(String command) throws Exception {
        assertThat(orgctl.run(command.split(" ")).exit()).isZero();
    }

    @Test
    void aBackupIsTaken() throws Exception {
        Path backup = scratch.resolve("backup.db");
        orgctl.must("store", "backup", backup.toString());
        orgctl.must("audit", "verify", "--store", backup.toString());
    }

    @Test
    void aProjectIsPicked() throws Exception {
        Run run = new Pty(orgctl, scratch).run("web\\n", "use", "-o", "ids");
        assertThat(run.out()).endsWith("acme/website\n");
        assertThat(run.exit()).isZero();
    }

    /** What was typed before the question is discarded by a function of the system, which no Java class offers. */
    @Test
    void whatWasTypedBeforeAQuestionIsNoAnswer() throws Exception {
        orgctl.must("config", "set", "a=1", "--env", "website:sandbox");
        Run run = new Pty(orgctl, scratch).run("EARLY y|\\n", "env", "promote", "website", "--no-pager");
        assertThat(run.exit()).as(run.out()).isEqualTo(8);
    }

    @Test
    void theDashboardOpens() throws Exception {
        try (Tmux terminal = new Tmux(orgctl, scratch, 80, 24, "dashboard")) {
            terminal.await("website");
            terminal.press("q");
            assertThat(terminal.await(" icanon")).contains("ended with 0");
        }
    }
}
