package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of output that nobody takes. */
class PipesIT {
    @TempDir
    static Path scratch;

    private static Installation orgctl;

    @BeforeAll
    static void install() throws Exception {
        orgctl = Installation.archived(scratch.toRealPath());
        orgctl.env.put("ORGCTL_ORG", "acme");
        orgctl.env.put("PATH", orgctl.home.resolve("bin") + ":/usr/bin:/bin");
        assertThat(orgctl.run("org", "create", "Acme", "--description", "x".repeat(1000))
                        .exit())
                .isZero();
        assertThat(orgctl.run("project", "create", "Website").exit()).isZero();
        ManyProjects.insert(scratch.toRealPath().resolve(".local/share/orgctl/orgctl.db"), "acme", 5000);
    }

    private static Run shell(String line) throws Exception {
        return orgctl.runAs("/bin/bash", "-o", "pipefail", "-c", line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-o json", "-o ndjson", "-o csv", "-o yaml", "-o ids", "--jq '.[].slug'"})
    void readersMayStopEarly(String format) throws Exception {
        Run run = shell("orgctl project list " + format + " | head -1");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project list",
                "project list -o json",
                "org list",
                "org --help",
                "version",
                "--version",
                "commands",
                "completion bash",
                "status"
            })
    void aFullDeviceIsAnError(String commandLine) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Run run = shell("orgctl " + commandLine + " > /dev/full");
        assertThat(run.exit()).isEqualTo(74);
        assertThat(run.err())
                .contains("error", "can't write the output: No space left on device")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"project list", "org list -o json", "version", "--help"})
    void aClosedOutputIsAnError(String commandLine) throws Exception {
        Run run = shell("orgctl " + commandLine + " >&-");
        assertThat(run.exit()).isEqualTo(74);
        assertThat(run.err()).contains("error", "can't write the output: ");
    }

    @Test
    void aClosedErrorOutputChangesNothing() throws Exception {
        assertThat(shell("orgctl org show nope 2>&-").exit()).isEqualTo(3);
        assertThat(shell("orgctl org show -o ids 2>&- <&-").exit()).isZero();
    }

    @Test
    void manyRowsNeedLittleMemory() throws Exception {
        Installation small = Installation.archived(scratch.toRealPath());
        small.env.putAll(orgctl.env);
        small.env.put("ORGCTL_JAVA_OPTIONS", "-Xmx12m");
        assertThat(small.run("project", "list", "-o", "ndjson").out()).hasLineCount(5001);
    }

    /** Twenty bad rows are kept, whatever their number; a quote that is never closed keeps nothing of what follows. */
    @ParameterizedTest
    @CsvSource({
        "'A,__', 1000000 of 1000000 rows failed",
        "'\"A,a', 'line 2: a field is longer than 1 MiB, or a quote is opened here'"
    })
    void badRowsNeedLittleMemory(String row, String error) throws Exception {
        Installation small = Installation.archived(scratch.toRealPath());
        small.env.putAll(orgctl.env);
        small.env.put("ORGCTL_JAVA_OPTIONS", "-Xmx64m");
        Path rows = scratch.toRealPath().resolve("rows.csv");
        Files.writeString(rows, "name,slug\n" + row + "\n" + "A,__\n".repeat(999_999));
        Run run = small.run("import", "projects", "-f", rows.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(error);
    }

    /** A command that doesn't ask for its input leaves it to the loop around it. */
    @Test
    void aLoopsInputStaysTheLoops() throws Exception {
        String body = "orgctl version >/dev/null; orgctl org list -o ids >/dev/null; echo \"$i\"";
        assertThat(shell("seq 3 | while read -r i; do " + body + "; done").out())
                .isEqualTo("1\n2\n3\n");
    }

    /** Each line waits for its result to be written, so that no more is done than was told, but for one line. */
    @Test
    void aBatchEndsWithItsReader() throws Exception {
        Run run = shell("for i in $(seq 2000); do echo org update acme --description $i; done"
                + " | orgctl batch -f - | head -1");
        assertThat(run.out()).startsWith("{\"line\":1,\"exitCode\":0,").hasLineCount(1);
        assertThat(run.exit()).as(run.err()).isEqualTo(74);
        String last = orgctl.run("org", "show", "acme", "--jq", ".description").out();
        assertThat(run.err()).contains("the change was made (line " + last.strip() + "), but");
        assertThat(orgctl.run("store", "check").exit()).isZero();
    }

    @Test
    void aBatchWithoutRoomForItsResultsSaysWhatWasDone() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Run run = shell("printf '%s\\n' 'org create Full' 'org create Never' | orgctl batch -f - > /dev/full");
        assertThat(run.exit()).isEqualTo(74);
        assertThat(run.err()).contains("line 1", "No space left on device");
        assertThat(orgctl.run("org", "show", "full").exit()).isZero();
        assertThat(orgctl.run("org", "show", "never").exit()).isEqualTo(3);
    }

    /** What is written beside the store is told as well as a change of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings set time utc",
                "alias set orgs-json 'org list -o json'",
                "store backup backup.db --force"
            })
    void aFileThatWasWrittenIsToldWithoutRoomForOutput(String commandLine) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Run run = shell("orgctl " + commandLine + " > /dev/full");
        assertThat(run.exit()).isEqualTo(74);
        assertThat(run.err()).contains("the change was made (", "No space left on device");
        String hint = run.err().substring(run.err().indexOf("with: orgctl ") + "with: ".length());
        assertThat(shell(hint).exit()).as(hint).isZero();
    }

    @Test
    void whatWasChangedStaysChangedWhenNobodyListens() throws Exception {
        Run run = shell("orgctl org create Globex > /dev/full");
        assertThat(run.exit()).isEqualTo(74);
        assertThat(orgctl.run("org", "show", "globex").exit()).isZero();
        assertThat(orgctl.run("store", "check").exit()).isZero();
    }
}
