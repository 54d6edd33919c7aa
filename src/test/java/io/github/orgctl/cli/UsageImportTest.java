package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.model.value.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The effect of usage imports from all kinds of files. */
class UsageImportTest {
    private static final String HEADER = "environment,metric,quantity\n";

    @TempDir
    Path folder;

    private CliHarness orgctl;
    private String live;

    @BeforeEach
    void makeProject() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        live = orgctl.must("project", "create", "Web", "--jq", ".liveId").strip();
    }

    private CliHarness.Outcome take(String name, String text) throws IOException {
        Files.writeString(orgctl.work().resolve(name), text);
        return orgctl.run("billing", "usage", "import", "-f", name);
    }

    private String event(String filter) {
        return orgctl.must("audit", "list", "--action", "billing.usage.import", "-o", "ndjson", "--jq", filter)
                .strip();
    }

    @Test
    void anIdInEitherCaseIsOfOneEnvironment() throws IOException {
        String upper = live.toUpperCase(Locale.ROOT);
        String csv = HEADER + live + ",calls,1\n" + upper + ",calls,2\n" + live + ",calls,4\n";
        assertThat(take("mixed.csv", csv).out())
                .containsPattern("Records: +3\n")
                .containsPattern("Organizations: +1\n");
        assertThat(event(".changes[].after")).isEqualTo("3\n" + Sha256.of(csv) + "\n7 in 3 records");
    }

    @Test
    void theEventTellsHowManySeriesWhereTheyAreTooManyToTell() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 21; i++) {
            csv.append(live).append(",m").append(i).append(",1\n");
        }
        assertThat(take("many.csv", csv.toString()).exit()).isZero();
        assertThat(event(".changes[] | select(.field != \"sha256\") | [.field, .after] | join(\" \")"))
                .isEqualTo("records 21\nseries 21");
    }

    @Test
    void linesOfAnyLengthAreCounted() throws IOException {
        String record = "{\"environment\":\"" + live + "\",\"metric\":\"m\",\"quantity\":1}";
        String ndjson = "\n" + (record + " ".repeat(60_000) + "\n").repeat(3) + "\r\n" + " ".repeat(200_000) + "\n7\n"
                + record + "\n8";
        CliHarness.Outcome outcome = take("long.ndjson", ndjson);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("orgctl: error: nothing was imported: line 6: the line is too long for a usage record\n"
                        + "  line 7: not a single JSON object\n"
                        + "  line 9: not a single JSON object\n");
        assertThat(take("good.ndjson", ndjson.replace(" ".repeat(200_000), "").replaceAll("\n[78]", "\n"))
                        .out())
                .containsPattern("Records: +4\n");
    }

    @Test
    void tenLinesAreToldAndTheOthersCounted() throws IOException {
        String wrong = "{}\n".repeat(30);
        assertThat(take("wrong.ndjson", wrong).err())
                .startsWith("orgctl: error: nothing was imported: line 1: missing field 'environment'\n  line 2: ")
                .contains("\n  line 10: ")
                .contains("\n  and 20 more\n")
                .doesNotContain("line 11");
        assertThat(take("wrong.csv", HEADER + "x\n".repeat(1000)).err())
                .startsWith("orgctl: error: nothing was imported: line 2: it has 1 field where the first line has 3\n")
                .contains("\n  line 11: ")
                .contains("\n  and 990 more\n")
                .doesNotContain("line 12");
    }

    /** A quote that is opened would take in the rest of the file, however long that is. */
    @Test
    void theLineOfAnOpenQuoteIsTold() throws IOException {
        String rest = "x,calls,1\n".repeat(200_000);
        assertThat(take("open.csv", HEADER + live + ",calls,\"1\n" + rest).err())
                .isEqualTo(
                        "orgctl: error: nothing was imported: line 2: a field is longer than 1 MiB, or a quote is opened"
                                + " here and never closed\n");
        Files.writeString(orgctl.work().resolve("open.csv"), "name\n\"Open\n" + rest);
        assertThat(orgctl.run("import", "projects", "-f", "open.csv").err())
                .isEqualTo(
                        "orgctl: error: nothing was imported: 1 of 1 row failed\n  line 2: a field is longer than 1 MiB,"
                                + " or a quote is opened here and never closed\n");
    }
}
