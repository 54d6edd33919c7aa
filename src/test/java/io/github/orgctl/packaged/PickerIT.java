package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that is drawn on a real terminal, and what is left of it. */
@Execution(ExecutionMode.CONCURRENT)
class PickerIT {
    private static final String BACK = "\u001b[?2004l";
    private static final String MODE = "before=$(stty -g); ";
    private static final String SAME = "; [ \"$before\" = \"$(stty -g)\" ] && echo same";

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
        first.must("project", "create", "Shop", "--org", "acme");
    }

    @BeforeEach
    void install() throws Exception {
        scratch = Installation.copy(prepared, scratch.toRealPath());
        orgctl = Installation.archived(scratch);
        orgctl.env.put("TERM", "xterm");
        orgctl.env.put("PATH", orgctl.home.resolve("bin") + ":/usr/bin:/bin");
        pty = new Pty(orgctl, scratch);
    }

    private Run shell(String typed, String script) throws Exception {
        return pty.runAs(typed, "/bin/bash", "-c", script);
    }

    @ParameterizedTest
    @CsvSource({
        "web\\n, acme/website",
        "shp\\x7fop\\x15shop\\n, acme/shop",
        "\\n, acme",
        "\\x1b[B\\n, acme/shop",
        "\\x1b[F\\n, acme/website",
        "\\x1b[200~web\\n\\x1b[201~\\n, acme/website"
    })
    void whatIsPickedIsSelected(String typed, String expected) throws Exception {
        Run run = shell(typed, MODE + "orgctl use -o ids" + SAME);
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).endsWith(expected + "\nsame\n");
        assertThat(run.out().substring(run.out().lastIndexOf(BACK))).doesNotContain("acme/website  ", "Search:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x1b", "web\\x1b", "\\x04"})
    void nothingIsSelectedWithoutAChoice(String typed) throws Exception {
        orgctl.must("use", "acme/shop");
        Run run = shell(typed, MODE + "orgctl use || echo exit $?" + SAME);
        assertThat(run.out()).endsWith("nothing selected: the selection is unchanged\nexit 8\nsame\n");
        assertThat(orgctl.must("project", "show", "--jq", ".slug").out()).isEqualTo("shop\n");
    }

    @ParameterizedTest
    @CsvSource({"\\x03, INT, 130", "TERM, TERM, 143"})
    void aSignalGivesTheTerminalBackBeforeTheProgramDiesOfIt(String typed, String signal, int exit) throws Exception {
        Run run = shell(typed, "trap : " + signal + "; " + MODE + "orgctl use; echo exit $?" + SAME);
        assertThat(run.out()).endsWith("exit " + exit + "\nsame\n");
        assertThat(run.out().substring(run.out().lastIndexOf(BACK))).doesNotContain("Search:", "error");
    }

    /** By the signal that says so, or by the read that fails, whichever comes first. */
    @Test
    void itEndsWithItsTerminal() throws Exception {
        assertThat(pty.run("HANGUP", "use").exit()).isIn(129, 74);
    }

    @Test
    void itGoesOnWhereItWasSuspended() throws Exception {
        Run run = shell("\\x1a|web\\n", "set -m; " + MODE + "orgctl use -o ids; echo stopped" + SAME + "; fg" + SAME);
        assertThat(run.out())
                .containsSubsequence("Search:", BACK, "stopped\nsame\n", "Search:", BACK, "acme/website\n");
        assertThat(run.out()).endsWith("same\n");
    }

    @Test
    void nothingOfTheListIsInTheOutput() throws Exception {
        Run run = shell("web\\n", "x=$(orgctl use -o ids); printf 'got [%s]\\n' \"$x\"");
        assertThat(run.out()).endsWith("got [acme/website]\n");
    }

    /** What is typed behind the choice is the next program's. */
    @ParameterizedTest
    @ValueSource(strings = {"xterm", "dumb"})
    void nothingIsReadAhead(String terminal) throws Exception {
        orgctl.env.put("TERM", terminal);
        String typed = terminal.equals("dumb") ? "3\\necho hi\\n" : "web\\necho hi\\n";
        Run run = shell(typed, "orgctl use -o ids; read -r line; echo \"got $line\"");
        assertThat(run.out()).endsWith("acme/website\ngot echo hi\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM=dumb", "ORGCTL_ACCESSIBLE=1"})
    void plainLinesHaveNoControlSequences(String variable) throws Exception {
        Run run = shell("3\\n", variable + " orgctl use -o ids");
        assertThat(run.out())
                .contains("\n3. acme/website, Website\n")
                .endsWith("acme/website\n")
                .doesNotContain("\u001b");
    }

    @Test
    void aTerminalWithoutASizeIsTakenForAUsualOne() throws Exception {
        Run run = shell(
                "web\\n", "stty cols 0 rows 0; orgctl use -o ids && orgctl project list --limit 0; orgctl org list");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("  3 of 3 (Enter: select, Esc: cancel)", "acme/website\n");
    }
}
