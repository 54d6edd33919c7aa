package io.github.orgctl.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "config.json,  settings set output json",
        "config.json,  settings unset time",
        "config.json,  use acme",
        "aliases.json, alias set mine status",
        "aliases.json, alias delete old"
    })
    void goesThroughALink(String name, String command) throws Exception {
        CliHarness orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme");
        String before = name.startsWith("a") ? "{\"old\": \"org list\"}" : "{\"time\": \"utc\"}";
        Path kept = Files.writeString(orgctl.home().resolve("dotfiles.json"), before);
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-r--r--"));
        Path file = orgctl.home().resolve(".config/orgctl").resolve(name);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, kept);
        orgctl.must(command.split(" "));
        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(kept)).isNotEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-r--r--");
    }

    /** Here for want of a folder, as it could be for want of a right. */
    @Test
    void settingsThatCannotBeWrittenAreReadAllTheSame() throws Exception {
        CliHarness orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme");
        Path file = orgctl.home().resolve(".config/orgctl/config.json");
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, folder.resolve("none/config.json"));
        for (String read : List.of("version", "org list", "settings list", "status", "help")) {
            assertThat(orgctl.run(read.split(" ")).exit()).as(read).isZero();
        }
        for (String change : List.of("settings set time utc", "use acme")) {
            Outcome outcome = orgctl.run(change.split(" "));
            assertThat(outcome.exit()).as(change).isEqualTo(74);
            assertThat(outcome.err()).contains("can't write the settings file " + file);
        }
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
