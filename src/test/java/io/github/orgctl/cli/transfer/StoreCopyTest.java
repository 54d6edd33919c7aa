package io.github.orgctl.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.store.PostgresPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of a store has identical content, or is not made. */
class StoreCopyTest {
    private static final String SOUND = "all(.ok or .check == \"folder permissions\")";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void install() {
        orgctl = new CliHarness(folder);
    }

    private static String place(String kind, String file) throws SQLException {
        return kind.equals("sqlite") ? file : PostgresPlace.fresh().address();
    }

    private void sql(String file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + orgctl.work().resolve(file));
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"sqlite,sqlite", "sqlite,postgresql", "postgresql,sqlite", "postgresql,postgresql"})
    void holdsTheSame(String fromKind, String toKind) throws SQLException {
        String from = place(fromKind, "from.db");
        String to = place(toKind, "to.db");
        FilledStore.fill(orgctl, from);
        String digest = orgctl.must("store", "copy", from, to, "--jq", ".digest");
        for (String look : List.of(
                "audit list --all-orgs -o json",
                "billing plan list -o json",
                "billing usage list --env acme/website:live -o json",
                "project list --all-orgs --deleted -o json",
                "export -o json --org acme",
                "env list --all-orgs -o json",
                "secret reveal inside --env acme/website:sandbox")) {
            assertThat(orgctl.must((look + " --store " + to).split(" ")))
                    .as(look)
                    .isEqualTo(orgctl.must((look + " --store " + from).split(" ")))
                    .isNotEmpty();
        }
        // What looked at the secret left an event in each.
        assertThat(orgctl.run("store", "check", "--jq", SOUND, "--store", to).out())
                .isEqualTo("true\n");
        assertThat(orgctl.run("audit", "verify", "--store", to).exit()).isZero();
        String again = place(toKind.equals("sqlite") ? "postgresql" : "sqlite", "again.db");
        assertThat(orgctl.must("store", "copy", to, again, "--jq", ".digest")).isNotEqualTo(digest);
        assertThat(orgctl.must("store", "copy", again, "last.db", "--jq", ".digest"))
                .isEqualTo(orgctl.must("store", "copy", to, "other.db", "--jq", ".digest"));
    }

    /** Numbers that the database gives go on behind the copied ones. */
    @ParameterizedTest
    @CsvSource({"sqlite,postgresql", "postgresql,sqlite"})
    void goesOnCounting(String fromKind, String toKind) throws SQLException {
        String from = place(fromKind, "from.db");
        String to = place(toKind, "to.db");
        FilledStore.fill(orgctl, from);
        orgctl.must("store", "copy", from, to);
        orgctl.must(
                "billing",
                "usage",
                "record",
                "--metric",
                "seconds",
                "--quantity",
                "7",
                "--env",
                "acme/website:sandbox",
                "--store",
                to);
        orgctl.must(
                "billing",
                "usage",
                "record",
                "--metric",
                "calls",
                "--quantity",
                "7",
                "--env",
                "acme/website:live",
                "--store",
                to);
        assertThat(orgctl.run("store", "check", "--jq", SOUND, "--store", to).out())
                .isEqualTo("true\n");
    }

    /** Without statistics, the first queries on a large copy would scan whole tables. */
    @Test
    void leavesStatistics() throws SQLException {
        FilledStore.fill(orgctl, "from.db");
        orgctl.must("store", "copy", "from.db", "to.db");
        PostgresPlace server = PostgresPlace.fresh();
        orgctl.must("store", "copy", "from.db", server.address());

        try (Connection copy =
                DriverManager.getConnection("jdbc:sqlite:" + orgctl.work().resolve("to.db"))) {
            assertThat(count(copy, "SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'project'"))
                    .isPositive();
        }
        try (Connection copy = server.byHand()) {
            // Tables that were never analyzed have -1.
            assertThat(count(copy, "SELECT reltuples FROM pg_class WHERE oid = 'project'::regclass"))
                    .isPositive();
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"sqlite", "postgresql"})
    void refusesAStoreThatIsNotEmpty(String kind) throws SQLException {
        String to = place(kind, "to.db");
        orgctl.must("org", "create", "Acme", "--store", "from.db");
        orgctl.must("billing", "plan", "update", "free", "--meter", "calls=0", "--store", to);
        String before = orgctl.must("audit", "list", "--all-orgs", "-o", "json", "--store", to);
        CliHarness.Outcome outcome = orgctl.run("store", "copy", "from.db", to);
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).contains("is not empty");
        assertThat(orgctl.must("audit", "list", "--all-orgs", "-o", "json", "--store", to))
                .isEqualTo(before);
        assertThat(orgctl.run("org", "show", "acme", "--store", to).exit()).isEqualTo(3);
    }

    /** One that was made and emptied again holds what every store begins with. */
    @Test
    void takesAnEmptyStore() throws SQLException {
        orgctl.must("org", "create", "Acme", "--store", "from.db");
        orgctl.must("org", "create", "Other", "--store", "to.db");
        sql("to.db", "PRAGMA foreign_keys = ON", "DELETE FROM audit_event", "DELETE FROM organization");
        orgctl.must("store", "copy", "from.db", "to.db");
        assertThat(orgctl.must("org", "list", "-o", "ids", "--store", "to.db"))
                .isEqualTo(orgctl.must("org", "list", "-o", "ids", "--store", "from.db"));
    }

    @ParameterizedTest
    @CsvSource({"sqlite", "postgresql"})
    void namesAllThatTheOtherCannotHold(String kind) throws SQLException {
        String to = place(kind, "to.db");
        FilledStore.fill(orgctl, "from.db");
        sql(
                "from.db",
                "UPDATE organization SET description = CAST(x'61ff' AS TEXT) WHERE slug = 'acme'",
                "UPDATE project SET name = 'a' || char(0) || 'b' WHERE slug = 'old'",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'project_schema'",
                "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT, ', '') WHERE name = 'environment_promoted'");
        sql(
                "from.db",
                "INSERT INTO project_schema (project_id, text, updated_at) SELECT id, '{}', 'soon' FROM project LIMIT 1");
        CliHarness.Outcome outcome = orgctl.run("store", "copy", "from.db", to);
        assertThat(outcome.exit()).isEqualTo(9);
        assertThat(outcome.err())
                .containsPattern("table organization, id [-0-9a-f]+: description is not valid UTF-8")
                .containsPattern("table project, id [-0-9a-f]+: name contains a NUL character")
                .containsPattern("table project_schema, project_id [-0-9a-f]+: updated_at is not an integer");
        assertThat(orgctl.must("org", "list", "-o", "ids", "--store", to)).isEmpty();
        assertThat(orgctl.work().resolve("to.db")).doesNotExist();
    }

    @Test
    void needsAStore() {
        CliHarness.Outcome outcome = orgctl.run("store", "copy", "none.db", "to.db");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(orgctl.work()).isEmptyDirectory();
    }

    @Test
    void refusesABrokenAuditLog() throws Exception {
        FilledStore.fill(orgctl, "from.db");
        sql("from.db", "UPDATE audit_event SET event = replace(event, 'Acme', 'Acne')");
        CliHarness.Outcome outcome = orgctl.run("store", "copy", "from.db", "to.db");
        assertThat(outcome.exit()).isEqualTo(9);
        assertThat(outcome.err()).contains("audit log");
        assertThat(Files.exists(orgctl.work().resolve("to.db"))).isFalse();
    }
}
