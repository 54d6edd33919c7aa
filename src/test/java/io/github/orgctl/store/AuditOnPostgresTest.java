package io.github.orgctl.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audit log commands on a real PostgreSQL server. */
class AuditOnPostgresTest {
    @TempDir
    Path folder;

    private PostgresPlace place;
    private CliHarness orgctl;
    private final Deque<String> toCome = new ArrayDeque<>();

    @BeforeEach
    void makeTrail() throws SQLException {
        place = PostgresPlace.fresh();
        orgctl = new CliHarness(folder).set("ORGCTL_STORE", place.address()).set("ORGCTL_ORG", "acme");
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Website");
        orgctl.must("config", "set", "a=1", "--env", "website:sandbox");
    }

    private void sql(String... commands) throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    @Test
    void listsAndFilters() {
        String jq = "\"\\(.sequence) \\(.action)\"";
        assertThat(orgctl.must("audit", "list", "-o", "ndjson", "--jq", jq))
                .isEqualTo("1 org.create\n2 project.create\n3 config.set\n");
        assertThat(orgctl.must("audit", "list", "--all-orgs", "--since", "1s", "-o", "ndjson", "--jq", jq))
                .isEmpty();
        assertThat(orgctl.must("audit", "list", "--project", "website", "--action", "c*", "-o", "ndjson", "--jq", jq))
                .isEqualTo("3 config.set\n");
    }

    @Test
    void findsWhatWasTamperedWith() throws SQLException {
        orgctl.must("audit", "export", "--heads", "-f", "heads.ndjson");
        assertThat(orgctl.must("audit", "verify", "--against", "heads.ndjson", "-o", "csv", "--fields", "ok,events"))
                .isEqualTo("ok,events\ntrue,3\n");
        sql("UPDATE audit_event SET event = replace(event, 'tester', 'nobody') WHERE sequence = 2");
        CliHarness.Outcome outcome =
                orgctl.run("audit", "verify", "-o", "csv", "--no-header", "--fields", "ok,brokenAt,problem");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("false,2,its text does not match its stored hash\n");
    }

    @Test
    void findsAnEndThatWasCutOff() throws SQLException {
        orgctl.must("org", "update", "acme", "--description", "x");
        orgctl.must("audit", "export", "--heads", "-f", "heads.ndjson");
        sql("DELETE FROM audit_event WHERE sequence = 4");
        assertThat(orgctl.run("audit", "verify").exit()).isZero();
        assertThat(orgctl.run("audit", "verify", "--against", "heads.ndjson").exit())
                .isEqualTo(1);
    }

    @Test
    void followsPastAMomentWithoutAServer() throws SQLException {
        sql(
                "CREATE ROLE follower LOGIN PASSWORD 'follower'",
                "GRANT USAGE ON SCHEMA " + place.schema() + " TO follower",
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + place.schema() + " TO follower");
        String address = place.address();
        toCome.addAll(
                List.of("0", "config set a=2 --env website:sandbox", "-1", "config unset a --env website:sandbox"));
        orgctl.pausing(() -> happens(address));
        CliHarness.Outcome outcome = orgctl.run(
                "audit",
                "list",
                "--follow",
                "-o",
                "ndjson",
                "--jq",
                ".action",
                "--store",
                address.replace("postgres:postgres@", "follower:follower@") + "&connect_timeout=1");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("org.create\nproject.create\nconfig.set\nconfig.set\nconfig.unset\n");
        assertThat(toCome).isEmpty();
    }

    /** Runs a command, or sets the connection limit of the follower's role. */
    private boolean happens(String address) {
        String next = toCome.poll();
        if (next == null) {
            return false;
        }
        if (next.contains(" ")) {
            orgctl.must((next + " --store " + address).split(" "));
            return true;
        }
        try {
            sql("ALTER ROLE follower CONNECTION LIMIT " + next);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return true;
    }

    @AfterEach
    void removeRole() throws SQLException {
        sql("DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'follower') THEN"
                + " DROP OWNED BY follower; DROP ROLE follower; END IF; END $$");
    }
}
