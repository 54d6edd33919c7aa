package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example months of {@code docs/billing.md}, recorded out of order: plan a from the 1st, plan b from the 11th. */
class UsageCountingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.00   | -      | 05:10 13:-10       | 0.00
            1.00   | 0.10   | 05:10 13:-10 20:10 | 1.00
            10:1,2 | 1000   | 05:12 13:-5        | 7.00
            2.00   | 3.00   | 05:-4 13:10        | 18.00
            0.005  | 0.005  | 05:1 13:1          | 0.01
            """)
    void aMonthComesTo(String a, String b, String used, String total, @TempDir Path folder) {
        CliHarness orgctl = new CliHarness(folder).at(Instant.parse("2026-01-01T00:00:00Z"));
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Web");
        orgctl.must("billing", "plan", "create", "a", "--currency", "EUR", "--meter", "api=" + a);
        orgctl.must(
                "billing", "plan", "create", "b", "--currency", "EUR", "--meter", b.equals("-") ? "x=1" : "api=" + b);
        orgctl.must("billing", "update", "--plan", "a");
        orgctl.must("billing", "update", "--plan", "b", "--from", "2026-01-11");
        orgctl.at(Instant.parse("2026-02-01T00:00:00Z"));
        String[] uses = used.split(" ");
        for (int i = uses.length - 1; i >= 0; i--) {
            String[] dayAndQuantity = uses[i].split(":");
            orgctl.must(
                    "billing",
                    "usage",
                    "record",
                    "--env",
                    "web:live",
                    "--metric",
                    "api",
                    "--quantity=" + dayAndQuantity[1],
                    "--at",
                    "2026-01-" + dayAndQuantity[0] + "T12:00:00Z");
        }
        String amount = ".[] | select(.kind == \"total\") | .amount";
        assertThat(orgctl.must("billing", "statement", "--period", "2026-01", "-o", "json", "--jq", amount))
                .isEqualTo(total + "\n");
    }
}
