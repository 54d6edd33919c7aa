package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.colored;
import static io.github.orgctl.cli.output.Sample.onTerminal;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.shape.FindingShape;
import io.github.orgctl.cli.shape.store.StoreInfoShape;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreShapesTest {
    private static final StoreInfo INFO = new StoreInfo("/a/b.db", "sqlite", true, "SQLite 3", 4, 5, 6, 7, 8, 9, 10);
    private static final List<Finding> FINDINGS =
            List.of(new Finding("integrity", true, "12 rows"), new Finding("keys", false, "1 orphan"));

    @Test
    void aStoreTellsWhatItHolds() {
        assertThat(text(new Result.One<>(StoreInfoShape.STORE_INFO, INFO), as("ndjson")))
                .isEqualTo("{\"location\":\"/a/b.db\",\"kind\":\"sqlite\",\"exists\":true,\"engine\":\"SQLite 3\","
                        + "\"schemaVersion\":4,\"bytes\":5,\"organizations\":6,\"projects\":7,\"environments\":8,"
                        + "\"deletedOrganizations\":9,\"deletedProjects\":10}\n");
        assertThat(text(new Result.One<>(StoreInfoShape.STORE_INFO, INFO), as("ids")))
                .isEqualTo("/a/b.db\n");
    }

    @Test
    void findingsShowWhatIsWrong() {
        Result findings = new Result.Many<>(FindingShape.FINDING, Rows.of(FINDINGS));
        assertThat(text(findings, as("table"))).isEqualTo("""
                        CHECK      OK   DETAIL
                        integrity  yes  12 rows
                        keys       no   1 orphan
                        """);
        assertThat(text(findings, as("ndjson", "check", "ok")))
                .isEqualTo("{\"check\":\"integrity\",\"ok\":true}\n{\"check\":\"keys\",\"ok\":false}\n");
        assertThat(text(findings, colored())).contains("\u001b[32myes\u001b[0m", "\u001b[31mno\u001b[0m");
    }

    @Test
    void whatIsToBeDoneIsNeverCut() {
        String advice = "make a new one with a command whose words fill more than a line of any narrow terminal: do it";
        Result finding = new Result.Many<>(FindingShape.FINDING, Rows.of(List.of(new Finding("store", false, advice))));
        assertThat(text(finding, onTerminal(null))).isEqualTo("""
                CHECK  OK  DETAIL
                store  no  make a new one with a command whose words fill more than a line of
                           any narrow terminal: do it
                """);
    }
}
