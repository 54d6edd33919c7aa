package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manual edits of the billing tables are reported as damage, and detected by the check. */
class DamagedBillingTest {
    private CliHarness orgctl;

    @BeforeEach
    void makeAStore(@TempDir Path folder) {
        orgctl = new CliHarness(folder).at(Instant.parse("2026-01-01T00:00:00Z"));
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("org", "create", "Globex", "--as", "ann@example.com");
        orgctl.must("project", "create", "Web");
        orgctl.must("billing", "plan", "create", "team", "--currency", "EUR", "--base", "31", "--meter", "users=1");
        orgctl.must("billing", "update", "--plan", "team");
        orgctl.at(Instant.parse("2026-02-01T00:00:00Z"));
        orgctl.must("billing", "statement", "--period", "2026-01", "--close");
    }

    private void sql(String command) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + orgctl.storeFile());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE billing_account SET discount = 'abc'       | billing show
            UPDATE plan_assignment SET currency = 'XXX'       | billing show
            DELETE FROM plan_assignment                       | billing show
            DELETE FROM billing_account                       | billing show
            DELETE FROM billing_account                       | billing update --tax-id x
            DELETE FROM billing_account                       | billing statement
            DELETE FROM billing_account                       | org delete acme --confirm acme
            UPDATE plan_version SET base = 'x' WHERE base = '31' | billing plan show team
            UPDATE plan_meter SET tiers = '1:'                | billing plan list
            UPDATE statement_line SET amount = 'x'            | billing statement --period 2026-01
            UPDATE statement SET currency = '???'             | billing statement --period 2026-01
            """)
    void isToldAsDamage(String damage, String commandLine) throws Exception {
        sql(damage);
        CliHarness.Outcome outcome = orgctl.run(commandLine.split(" "));
        assertThat(outcome.err()).contains("the store holds");
        assertThat(outcome.exit()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM billing_account                                           | accounts
            DELETE FROM plan_assignment                                           | accounts
            UPDATE organization SET deleted_at = 1 WHERE slug = 'globex'          | pauses
            INSERT INTO billing_pause SELECT id, 1, NULL FROM organization        | pauses
            UPDATE project_owner SET organization_id = 'x'                        | owners
            DELETE FROM project_owner                                             | owners
            DELETE FROM member_period                                             | seats
            UPDATE member SET status = 'suspended'                                | seats
            DELETE FROM member                                                    | seats
            """)
    void isFoundByTheCheck(String damage, String check) throws Exception {
        assertThat(orgctl.run("store", "check").exit()).isZero();
        sql(damage);
        CliHarness.Outcome outcome = orgctl.run("store", "check", "-o", "csv", "--fields", "check,ok");
        assertThat(outcome.out()).contains(check + ",false");
        assertThat(outcome.exit()).isEqualTo(1);
    }
}
