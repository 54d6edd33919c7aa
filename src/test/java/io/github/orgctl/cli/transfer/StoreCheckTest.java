package io.github.orgctl.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.store.PostgresPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each consistency check detects its kind of damage, on every database. */
class StoreCheckTest {
    /**
     * Manual damage to a database.
     *
     * @param check name of the check that must detect it
     */
    private record Damage(String check, String... sql) {}

    private static final String STATEMENT =
            "INSERT INTO statement (organization_id, month, organization, legal_name, address,"
                    + " tax_id, email, payment_days, currency, discount, closed_at)"
                    + " SELECT id, 24000, slug, '', '', '', '', 30, 'USD', '0', 0 FROM organization";
    private static final String LINE = "INSERT INTO statement_line (organization_id, month, number, kind, plan, metric,"
            + " description, quantity, unit, unit_price, per, amount)"
            + " SELECT id, 24000, 2, 'base', 'free', '', '', '1', '', '0', 1, '0' FROM organization";

    private static final List<Damage> DAMAGES = List.of(
            new Damage("foreign keys", "DELETE FROM usage_environment"),
            new Damage("digests", "UPDATE environment_value SET value = '9' WHERE kind = 'value'"),
            new Damage("history", "DELETE FROM environment_value WHERE kind = 'value'"),
            new Damage("revisions", "UPDATE environment SET revision = revision + 1"),
            new Damage("times", "UPDATE project SET created_at = 999999999999999"),
            new Damage("organization names", "UPDATE organization SET name = ' x' || slug"),
            new Damage("project names", "UPDATE project SET name = ' x' || slug"),
            new Damage("environments", "DELETE FROM environment WHERE mode = 'live'"),
            new Damage("trash", "UPDATE project SET deleted_with_organization = 1 WHERE deleted_at IS NOT NULL"),
            new Damage("organizations in the trash", "UPDATE organization SET deleted_at = 5"),
            new Damage("counts", "UPDATE organization SET projects = projects + 1"),
            new Damage("accounts", "DELETE FROM plan_assignment"),
            new Damage(
                    "pauses", "INSERT INTO billing_pause (organization_id, from_day) SELECT id, 9 FROM organization"),
            new Damage(
                    "pause periods",
                    "INSERT INTO billing_pause (organization_id, from_day, to_day) SELECT id, 1, 5 FROM organization",
                    "INSERT INTO billing_pause (organization_id, from_day, to_day) SELECT id, 4, 6 FROM organization"),
            new Damage("owners", "DELETE FROM project_owner"),
            new Damage(
                    "seats",
                    "INSERT INTO member_period (organization_id, mailbox, began_at)"
                            + " SELECT id, 'nobody@example.com', 1 FROM organization"),
            new Damage("usage", "UPDATE usage_day SET units = units + 1"),
            new Damage("price plans", "UPDATE plan_version SET version = 7 WHERE plan = 'team'"),
            new Damage("statements", STATEMENT, LINE),
            new Damage("audit logs", "UPDATE audit_event SET event = replace(event, 'Acme', 'Acne')"),
            new Damage("secrets", "UPDATE environment_value SET value = 'AAAA' WHERE kind = 'secret'"));

    @TempDir
    Path folder;

    private List<String> problems(CliHarness orgctl, String store) {
        CliHarness.Outcome outcome =
                orgctl.run("store", "check", "--jq", ".[] | select(.ok | not) | .check", "--store", store);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(outcome.out().isEmpty() ? 0 : 1);
        List<String> problems = new ArrayList<>(List.of(outcome.out().split("\n")));
        problems.remove("");
        problems.remove("folder permissions");
        return problems;
    }

    private static void run(Connection connection, String... commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    @Test
    void ofAFile() throws Exception {
        CliHarness orgctl = new CliHarness(folder);
        FilledStore.fill(orgctl, "sound.db");
        assertThat(problems(orgctl, "sound.db")).isEmpty();
        for (Damage damage : DAMAGES) {
            Path file = orgctl.work().resolve("damaged.db");
            Files.copy(orgctl.work().resolve("sound.db"), file, StandardCopyOption.REPLACE_EXISTING);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                run(connection, damage.sql());
            }
            assertThat(problems(orgctl, "damaged.db")).as(damage.check()).contains(damage.check());
        }
        orgctl.set("ORGCTL_KEYSET", "none.json");
        assertThat(problems(orgctl, "sound.db")).containsExactly("secrets");
    }

    @Test
    void onAServer() throws Exception {
        CliHarness orgctl = new CliHarness(folder);
        PostgresPlace place = PostgresPlace.fresh();
        FilledStore.fill(orgctl, place.address());
        assertThat(problems(orgctl, place.address())).isEmpty();
        List<String> all = new ArrayList<>(List.of("integrity"));
        try (Connection connection = place.byHand()) {
            run(
                    connection,
                    "SET session_replication_role = replica",
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'project_slug'::regclass");
            for (Damage damage : DAMAGES) {
                all.add(damage.check());
                run(connection, damage.sql());
            }
        }
        // What an earlier damage took away a later one can't damage.
        all.removeAll(List.of("digests", "trash", "pauses"));
        assertThat(problems(orgctl, place.address())).containsAll(all);
    }
}
