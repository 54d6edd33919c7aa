package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code config edit} on a terminal, in an editor that types a prepared text each time it is opened. */
class ConfigEditTest {
    private static final String FAULT = "'users' must have a maximum value of 9 (maximum)";
    private static final String[] EDIT = {"config", "edit", "--env", "website:sandbox"};

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void create() throws IOException {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        Files.writeString(orgctl.work().resolve("schema.json"), "{\"properties\": {\"users\": {\"maximum\": 9}}}");
        orgctl.must("schema", "set", "website", "-f", "schema.json");
        orgctl.must("config", "set", "users=1", "--env", "website:sandbox");
        orgctl.terminals("ie");
    }

    /** Prepares what is typed in each of the editor's turns. */
    private void editing(String... texts) throws IOException {
        for (int i = 0; i < texts.length; i++) {
            Files.writeString(orgctl.work().resolve("turn" + (i + 1)), texts[i]);
        }
        Path editor = orgctl.work().resolve("editor");
        Files.writeString(editor, """
                #!/bin/sh
                cd "$(dirname "$0")"
                echo x >> turns
                cp "turn$(wc -l < turns | tr -d ' ')" "$1"
                """);
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        orgctl.set("EDITOR", editor.toString());
    }

    private int turns() throws IOException {
        return Files.readAllLines(orgctl.work().resolve("turns")).size();
    }

    private String users() {
        return orgctl.must("config", "get", "users", "--env", "website:sandbox").strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users: 10\n", "users: [\n", "users: 2\nusers.max: 3\n"})
    void opensAgainForAnyFaultBeforeItAsks(String fault) throws IOException {
        editing(fault, "users: 5\n");
        Outcome outcome = orgctl.typing("y\ny\n").run(EDIT);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .containsOnlyOnce("Open the editor again? [Y/n]")
                .containsOnlyOnce("[y/N]");
        assertThat(turns()).isEqualTo(2);
        assertThat(users()).isEqualTo("5");
    }

    @Test
    void showsTheFaultAndNoDifferences() throws IOException {
        editing("users: 10\n");
        Outcome outcome = orgctl.typing("n\n").run(EDIT);
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains(FAULT, "your edits are kept in").doesNotContain("[y/N]", "+++");
        assertThat(users()).isEqualTo("1");
    }

    /** Lines within a text that look like comments are not the header's. */
    @Test
    void aTextKeepsItsLinesHoweverOftenItIsEdited() throws IOException {
        String script = "script: |-\n  #!/bin/sh\n  # The configuration of nobody\n";
        editing("# mine\nusers: 10\n" + script, "users: 10 # more\n" + script, "users: 5\n" + script);
        Outcome outcome = orgctl.typing("y\ny\ny\n").run(EDIT);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(orgctl.must("config", "get", "script", "--env", "website:sandbox"))
                .isEqualTo("#!/bin/sh\n# The configuration of nobody\n");
        assertThat(users()).isEqualTo("5");
    }

    @Test
    void unchangedTextEndsIt() throws IOException {
        editing("users: 10\n", "users: 10\n");
        Outcome outcome = orgctl.typing("y\ny\ny\n").run(EDIT);
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err())
                .containsOnlyOnce("Open the editor again? [Y/n]")
                .endsWith("schema show acme/website\n");
        assertThat(turns()).isEqualTo(2);
    }

    @Test
    void emptyTextEndsIt() throws IOException {
        editing("users: 10\n", "# nothing\n");
        Outcome outcome = orgctl.typing("y\ny\ny\n").run(EDIT);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("nothing to change");
        assertThat(users()).isEqualTo("1");
    }

    @Test
    void withoutATerminalTheFaultEndsIt() throws IOException {
        editing("users: 10\n");
        Outcome outcome = orgctl.terminals("").run("config", "edit", "--env", "website:sandbox", "--yes");
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(List.of(outcome.err().split("\n"))).anyMatch(line -> line.startsWith("orgctl: error: acme"));
        assertThat(users()).isEqualTo("1");
    }

    /** It is the environment that is wrong, not the text. */
    @Test
    void doesNotOpenAgainForAnythingElse() throws IOException {
        editing("users: 5\n", "users: 6\n");
        orgctl.must("env", "lock", "website:sandbox", "--reason", "Audit");
        Outcome outcome = orgctl.typing("y\ny\n").run(EDIT);
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).doesNotContain("Open the editor again?");
    }
}
