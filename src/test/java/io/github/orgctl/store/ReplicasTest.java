package io.github.orgctl.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.store.jdbc.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads from a standby that follows a primary, and is told not to catch up so that what it answers shows. */
class ReplicasTest {
    @TempDir
    Path primaryFolder;

    @TempDir
    Path standbyFolder;

    @TempDir
    Path folder;

    private DebianServer primary;
    private DebianServer standby;
    private CliHarness orgctl;

    @BeforeEach
    void start() throws Exception {
        primary = DebianServer.start(primaryFolder);
        standby = primary.standby(standbyFolder);
        orgctl = new CliHarness(folder);
        reading("preferSecondary");
        orgctl.must("org", "create", "Acme");
        catchUp();
        query(standby, "SELECT pg_wal_replay_pause()");
        orgctl.must("org", "create", "Globex");
    }

    @AfterEach
    void stop() throws Exception {
        for (DebianServer server : new DebianServer[] {standby, primary}) {
            if (server != null) {
                server.stop();
            }
        }
    }

    /** Names the primary first, where any server would do. */
    private void reading(String targetServerType) {
        orgctl.set("ORGCTL_STORE", address() + "?connect_timeout=5&targetServerType=" + targetServerType);
    }

    private static String query(DebianServer server, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + server.port + "/postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(text)) {
                return "";
            }
            ResultSet row = statement.getResultSet();
            row.next();
            return row.getString(1);
        }
    }

    /** Waits until the standby has all that the primary has. */
    private void catchUp() throws SQLException {
        String last = query(primary, "SELECT pg_current_wal_insert_lsn()");
        while (!query(standby, "SELECT pg_last_wal_replay_lsn() >= '" + last + "'")
                .equals("t")) {
            Thread.onSpinWait();
        }
    }

    private String slugs() {
        return orgctl.must("org", "list", "--jq", "map(.slug) | join(\" \")").strip();
    }

    @Test
    void aStandbyIsReadWhereItIsPreferred() throws Exception {
        assertThat(slugs()).isEqualTo("acme");
        reading("primary");
        assertThat(slugs()).isEqualTo("acme globex");
        reading("preferSecondary");
        query(standby, "SELECT pg_wal_replay_resume()");
        catchUp();
        assertThat(slugs()).isEqualTo("acme globex");
    }

    /** Also what is only read to make a change, or kept. */
    @Test
    void changesAndBackupsUseThePrimary() {
        orgctl.must("org", "update", "globex", "--description", "there");
        orgctl.must("org", "delete", "globex", "--confirm", "globex", "--dry-run");
        assertThat(orgctl.must("store", "backup", "-")).contains("\"globex\"");
        orgctl.must("store", "copy", address() + "?target_session_attrs=prefer-standby", "copy.db");
        assertThat(orgctl.must("org", "list", "--store", "copy.db", "-o", "ids"))
                .hasLineCount(2);
        assertThat(orgctl.typing("org create Initech\norg list --jq length\n").must("batch", "-f", "-"))
                .contains("3");
    }

    private String address() {
        return "postgresql://postgres@localhost:" + primary.port + ",localhost:" + standby.port + "/postgres";
    }

    @Test
    void withoutAStandbyThePrimaryIsRead() throws Exception {
        standby.stop();
        standby = null;
        orgctl.set(
                "ORGCTL_STORE",
                "postgresql://postgres@localhost:1,localhost:" + primary.port
                        + "/postgres?targetServerType=preferSecondary");
        assertThat(slugs()).isEqualTo("acme globex");
        orgctl.must("org", "create", "Initech");
    }

    @Test
    void withAFrozenStandbyThePrimaryIsRead() throws Exception {
        standby.freeze();
        try {
            assertThat(slugs()).isEqualTo("acme globex");
        } finally {
            standby.thaw();
        }
    }

    @Test
    void withoutAPrimaryReadsGoOnAndChangesSayWhatIsMissing() throws Exception {
        primary.stop();
        primary = null;
        assertThat(slugs()).isEqualTo("acme");
        for (String change : new String[] {"org create Initech", "org create Initech --dry-run"}) {
            CliHarness.Outcome outcome = orgctl.run(change.split(" "));
            assertThat(outcome.exit()).as("%s", outcome).isEqualTo(7);
            assertThat(outcome.err())
                    .contains("can't be reached", "localhost:" + standby.port + " is not primary")
                    .doesNotContain("read-only transaction");
        }
    }

    @Test
    void aStandbyByItselfIsReadAndRefusesChanges() throws Exception {
        reading("secondary");
        assertThat(slugs()).isEqualTo("acme");
        assertThat(orgctl.must("store", "backup", "-")).contains("\"acme\"").doesNotContain("\"globex\"");
        CliHarness.Outcome outcome = orgctl.run("org", "create", "Initech");
        assertThat(outcome.exit()).isEqualTo(74);
        assertThat(outcome.err())
                .contains("is read-only: its server is a standby")
                .doesNotContain("SQLException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secondary", "preferSecondary"})
    void wherePeopleHaveNoStoreYetAStandbyHasNoneEither(String type) throws Exception {
        query(standby, "SELECT pg_wal_replay_resume()");
        query(primary, "CREATE SCHEMA none");
        catchUp();
        reading(type + "&currentSchema=none");
        CliHarness.Outcome outcome = orgctl.run("org", "list");
        assertThat(outcome.exit()).as("%s", outcome).isZero();
        assertThat(outcome.err()).contains("no organizations yet");
    }

    /** A standby can't upgrade a store, but the read may, where the primary lets it. */
    @Test
    void anOlderStoreIsUpgradedOnThePrimary() throws Exception {
        query(standby, "SELECT pg_wal_replay_resume()");
        query(
                primary,
                "DO $$ DECLARE name TEXT; BEGIN FOR name IN SELECT table_name FROM information_schema.columns"
                        + " WHERE table_schema = current_schema() AND column_name = 'checksum' LOOP"
                        + " EXECUTE 'ALTER TABLE ' || name || ' DROP COLUMN checksum'; END LOOP; END $$");
        query(primary, "DELETE FROM orgctl_schema WHERE version = " + new Migrations("postgres").newest());
        catchUp();
        assertThat(slugs()).isEqualTo("acme globex");
        assertThat(query(primary, "SELECT MAX(version) FROM orgctl_schema"))
                .isEqualTo(Integer.toString(Migrations.released().size()));
    }
}
