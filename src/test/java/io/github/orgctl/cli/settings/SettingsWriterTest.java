package io.github.orgctl.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of a settings file loses nothing of it. */
class SettingsWriterTest {
    private static final int COMMANDS = 24;

    @TempDir
    Path folder;

    @Test
    void keepsWhatItDoesNotKnow() throws Exception {
        CliHarness orgctl = new CliHarness(folder);
        orgctl.run("org", "create", "Acme");
        Path file = orgctl.work().resolve(".orgctl.json");
        Files.writeString(
                file, "{\"theme\": \"dark\", \"aliases\": {\"co\": [\"org\", \"list\"]}, \"org\": \"other\"}");
        assertThat(orgctl.run("use", "acme", "--here").exit()).isZero();
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .isEqualTo("{\"theme\":\"dark\",\"aliases\":{\"co\":[\"org\",\"list\"]},\"org\":\"acme\"}");
    }

    @Test
    void goesThroughALink() throws Exception {
        CliHarness orgctl = new CliHarness(folder);
        Path kept = Files.writeString(orgctl.home().resolve("dotfiles.json"), "{}");
        Path file = orgctl.home().resolve(".config/orgctl/config.json");
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, kept);
        assertThat(orgctl.run("settings", "set", "output", "json").exit()).isZero();
        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(kept)).contains("json");
    }

    @Test
    void keepsTheChangesOfCommandsThatRunAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(COMMANDS);
        List<Future<Integer>> exits = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            String name = "a" + i;
            exits.add(threads.submit(() ->
                    new CliHarness(folder).run("alias", "set", name, "org list").exit()));
        }
        for (Future<Integer> exit : exits) {
            assertThat(exit.get()).isZero();
        }
        threads.shutdown();
        assertThat(new Aliases(new CliHarness(folder).host()).all()).hasSize(COMMANDS);
    }
}
