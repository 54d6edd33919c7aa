package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects for products that existed before, and their statements. */
class ProjectSinceTest {
    private static final int RULE = 5;

    private CliHarness orgctl;

    @BeforeEach
    void create(@TempDir Path folder) {
        orgctl = new CliHarness(folder).at(Instant.parse("2026-01-17T12:00:00Z"));
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("billing", "plan", "create", "team", "--currency", "EUR", "--meter", "users=10:free,1");
        orgctl.must("billing", "update", "--plan", "team");
    }

    private Outcome create(String since) {
        return orgctl.run("project", "create", "Web", "--since", since);
    }

    private Outcome use(String quantity, String at) {
        return orgctl.run(
                "billing",
                "usage",
                "record",
                "--env",
                "web:live",
                "--metric",
                "users",
                "--quantity",
                quantity,
                "--at",
                at);
    }

    private String total(String period) {
        return orgctl.must(
                        "billing",
                        "statement",
                        "--period",
                        period,
                        "--totals",
                        "-o",
                        "csv",
                        "--fields",
                        "amount",
                        "--no-header")
                .strip();
    }

    private void close(String period) {
        orgctl.must("billing", "statement", "--period", period, "--close");
    }

    /** The organization is there from the 17th on, and its first month is billed as a whole. */
    @Test
    void theStatementHasTheWholeMonth() {
        assertThat(create("2026-01-05").exit()).isZero();
        assertThat(use("15", "2026-01-05T00:00:00Z").exit()).isZero();
        assertThat(use("4", "2026-01-17T00:00:00Z").exit()).isZero();
        assertThat(total("2026-01")).isEqualTo("9.00");
        Outcome before = use("1", "2026-01-04T23:59:59.999Z");
        assertThat(before.exit()).isEqualTo(RULE);
        assertThat(before.err()).contains("hint: its usage is recorded from 2026-01-05T00:00:00.000Z\n");

        orgctl.at(Instant.parse("2026-02-03T00:00:00Z"));
        close("2026-01");
        assertThat(total("2026-01")).isEqualTo("9.00");
        orgctl.must(
                "billing",
                "usage",
                "record",
                "--env",
                "web:live",
                "--metric",
                "users",
                "--quantity",
                "2",
                "--corrects",
                "2026-01",
                "--at",
                "2026-01-06T00:00:00Z");
        assertThat(total("2026-02")).isEqualTo("2.00");
    }

    @Test
    void theFirstOpenMonthIsTheEarliest() {
        Outcome early = create("2025-12-31");
        assertThat(early.exit()).isEqualTo(RULE);
        assertThat(early.err())
                .isEqualTo("orgctl: error: usage of the organization acme can be recorded from 2026-01-01 on, not from"
                        + " 2025-12-31\nhint: use --since 2026-01-01 or a later day\n");
        orgctl.at(Instant.parse("2026-03-10T00:00:00Z"));
        close("2026-01");
        assertThat(create("2026-01-31").err()).contains("hint: use --since 2026-02-01 or a later day\n");
        assertThat(orgctl.run("project", "list", "-o", "ids").out()).isEmpty();
        assertThat(create("2026-02-01").exit()).isZero();
        assertThat(use("11", "2026-02-01T00:00:00Z").exit()).isZero();
        assertThat(total("2026-02")).isEqualTo("1.00");
    }

    @Test
    void theFutureIsRefusedAndTodayBeginsAtMidnight() {
        assertThat(create("2026-01-18").exit()).isEqualTo(RULE);
        assertThat(create("2026-01-17").exit()).isZero();
        assertThat(use("1", "2026-01-16T23:59:59.999Z").exit()).isEqualTo(RULE);
        assertThat(use("1", "2026-01-17T00:00:00Z").exit()).isZero();
    }

    @Test
    void theAuditLogSaysSinceWhen() {
        assertThat(create("2026-01-05").exit()).isZero();
        assertThat(orgctl.must(
                        "audit",
                        "list",
                        "--action",
                        "project.create",
                        "-o",
                        "json",
                        "--jq",
                        ".[].changes[] | select(.field == \"since\").after"))
                .isEqualTo("2026-01-05\n");
        orgctl.must("audit", "verify");
        orgctl.must("store", "check");
    }

    @Test
    void adminsMayAndDevelopersMayNot() {
        for (String role : new String[] {"admin", "developer"}) {
            String token = orgctl.must("member", "invite", role + "@example.com", "--role", role, "--jq", ".[].token");
            orgctl.typing(token).must("invite", "accept", "--token-stdin");
        }
        String[] line = {"project", "create", "Web", "--since", "2026-01-05", "--as", "developer@example.com"};
        assertThat(orgctl.run(line).exit()).isEqualTo(6);
        line[line.length - 1] = "admin@example.com";
        assertThat(orgctl.run(line).exit()).isZero();
    }
}
