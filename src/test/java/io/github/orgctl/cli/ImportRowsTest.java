package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports of files written by other programs. */
class ImportRowsTest {
    @TempDir
    private Path folder;

    private CliHarness cli;

    @BeforeEach
    void start() {
        cli = new CliHarness(folder);
        cli.must("org", "create", "Acme", "--use");
    }

    private Outcome projects(String name, String text, String... options) throws IOException {
        Files.writeString(cli.work().resolve(name), text);
        String[] line = new String[options.length + 4];
        System.arraycopy(new String[] {"import", "projects", "-f", name}, 0, line, 0, 4);
        System.arraycopy(options, 0, line, 4, options.length);
        return cli.run(line);
    }

    @Test
    void aByteOrderMarkIsNoPartOfAHeader() throws IOException {
        assertThat(projects("a.csv", "\ufeffname,slug\nA,a\n", "--jq", ".created")
                        .out())
                .isEqualTo("1\n");
        assertThat(projects("b.ndjson", "\ufeff{\"name\":\"B\"}\n", "--jq", ".created")
                        .out())
                .isEqualTo("1\n");
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWhereItOpens() throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(cli.work().resolve("a.csv"))) {
            rows.write("name,slug\n\"A,a\n");
            for (int i = 0; i < 1_000_000; i++) {
                rows.write("B,b\n");
            }
        }
        Outcome outcome = cli.run("import", "projects", "-f", "a.csv");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("line 2: ").hasLineCount(2);
    }

    @ParameterizedTest
    @CsvSource({"'name,slug\nA\nB,b\n', 2", "'name,slug\nA,a,x\nB,b\n', 2", "'name,slug\nA,a,x\n', 2"})
    void rowsAreAsWideAsTheHeader(String text, int line) throws IOException {
        Outcome outcome = projects("a.csv", text);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("line " + line + ": ").doesNotContain("line 3");
    }

    /** As sed -n Np shows it. */
    @Test
    void linesAreThoseOfTheFile() throws IOException {
        Outcome outcome = projects("a.csv", "name,description\nA,\"x\n\n\ny\"\n\n\nB,\"z\n\"\n,no name\n");
        assertThat(outcome.err()).contains("line 10: ");
        Outcome lines = projects("a.ndjson", "{\"name\":\"A\"}\n\n\n{\"name\":5}");
        assertThat(lines.err()).contains("line 4: ");
    }

    @Test
    void onlyALineFeedEndsALine() throws IOException {
        Outcome outcome = projects("a.ndjson", "{\"name\":\"A\u2028B\"}\n{\"name\":\"C\u0085D\"}\n{\"name\":\"E\r\"}");
        assertThat(outcome.err())
                .contains(
                        "3 of 3 rows failed",
                        "line 1: the name contains the character U+2028",
                        "line 2: the name contains the character U+0085",
                        "line 3: ");
    }

    @Test
    void aDryRunCountsAsTheImportDoes() throws IOException {
        cli.must("project", "create", "Old", "--org", "acme");
        String text = "name,slug,description\nOld,old,d\nNew,new,\nNew,new,again\nOld,old,d\n";
        for (String option : new String[] {"--skip-existing", "--update-existing"}) {
            Outcome dryRun = projects("a.csv", text, option, "--dry-run", "-o", "csv");
            Outcome done = projects("a.csv", text, option, "-o", "csv");
            assertThat(dryRun.out()).isEqualTo(done.out());
            assertThat(dryRun.exit()).isEqualTo(done.exit()).isZero();
            cli.must("project", "delete", "acme/new", "--confirm", "new");
        }
        Outcome refused = projects("a.csv", text, "--dry-run");
        Outcome really = projects("a.csv", text);
        assertThat(refused.exit()).isEqualTo(really.exit()).isEqualTo(4);
        Files.writeString(cli.work().resolve("m.csv"), "email\na@example.com\nA@example.com\n");
        Outcome twice = cli.run("import", "members", "-f", "m.csv", "--skip-existing", "--dry-run");
        Outcome members = cli.run("import", "members", "-f", "m.csv", "--skip-existing");
        assertThat(twice.exit()).isEqualTo(members.exit());
        assertThat(members.err()).contains("rows: 2, invited: 1, updated: 0, unchanged: 0, skipped: 1");
        assertThat(twice.err()).contains("rows: 2, invited: 1, updated: 0, unchanged: 0, skipped: 1");
    }
}
