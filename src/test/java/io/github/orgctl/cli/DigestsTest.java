package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of an environment matches the digest of its latest revision, or the checks report it. */
class DigestsTest {
    private static final String SANDBOX = "(SELECT id FROM environment WHERE mode = 'sandbox')";

    private CliHarness orgctl;

    @BeforeEach
    void makeAStore(@TempDir Path folder) {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("org", "create", "Globex");
        orgctl.must("project", "create", "Web");
        orgctl.must("config", "set", "api=https://api.example.com", "n=1", "--env", "web:live", "--allow-new-domains");
        orgctl.must("config", "set", "n=2", "--env", "web:live");
        orgctl.must("secret", "set", "token", "--env", "web:live", "--ref", "env:TOKEN", "-o", "ids");
        orgctl.typing("hunter2").must("secret", "set", "password", "--env", "web:live", "-o", "ids");
        orgctl.must("config", "set", "a=1", "--env", "web:sandbox");
        orgctl.must("config", "unset", "a", "--env", "web:sandbox");
        assertSound();
    }

    private void assertSound() {
        CliHarness.Outcome check = orgctl.run("store", "check", "-o", "csv");
        assertThat(check.exit()).as(check.out()).isZero();
        CliHarness.Outcome verified = orgctl.run("audit", "verify", "-o", "csv");
        assertThat(verified.exit()).as(verified.out()).isZero();
    }

    private void sql(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + orgctl.storeFile());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(command)).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE environment_value SET value = replace(value, 'api.e', 'api.g') WHERE key = 'api'",
                "UPDATE environment_value SET value = '3' WHERE key = 'n'",
                "UPDATE environment_value SET key = 'o' WHERE key = 'n'",
                "UPDATE environment_value SET value = 'TOKEO' WHERE key = 'token'",
                "UPDATE environment_value SET kind = 'file' WHERE key = 'token'",
                "UPDATE environment_value SET digest = replace(digest, substr(digest, 1, 1), 'x') WHERE key = 'password'",
                "DELETE FROM environment_value WHERE key = 'n'",
                "DELETE FROM environment_value",
                "INSERT INTO environment_value (environment_id, key, value) SELECT environment_id, 'x', '1'"
                        + " FROM environment_value LIMIT 1",
                "INSERT INTO environment_value (environment_id, key, value) VALUES (" + SANDBOX + ", 'a', '1')",
                "UPDATE environment_revision SET digest = replace(digest, substr(digest, 1, 1), 'x')",
            })
    void isFoundByBothChecks(String damage) throws Exception {
        sql(damage);
        CliHarness.Outcome check = orgctl.run("store", "check", "-o", "csv", "--fields", "check,ok");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).contains("digests,false");
        CliHarness.Outcome verified = orgctl.run("audit", "verify", "-o", "csv", "--fields", "organization,ok,problem");
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.out()).contains("does not match what was recorded", "globex,true");
    }

    /** Digest and value edited together need the audit log, which says what the digest was. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE environment_revision SET event_sequence = event_sequence - 1 WHERE number = 5",
                "UPDATE environment_revision SET event_sequence = 1 WHERE number = 5",
                "UPDATE environment_revision SET event_sequence = NULL WHERE number = 5",
                "UPDATE environment_revision SET event_organization_id = (SELECT id FROM organization WHERE slug = 'globex')"
                        + " WHERE number = 5",
                "UPDATE environment_revision SET digest = (SELECT s.digest FROM environment_revision s WHERE s.number = 3"
                        + " AND s.environment_id = " + SANDBOX + ") WHERE number = 5",
            })
    void anotherEventProvesNothing(String damage) throws Exception {
        sql(damage);
        assertThat(orgctl.run("audit", "verify").exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE environment_change SET value_after = '7' WHERE key = 'n' AND number = 2  | history
            UPDATE environment_change SET value_before = '7' WHERE key = 'n' AND number = 3 | history
            UPDATE environment_change SET value_after = '7' WHERE key = 'n' AND number = 3  | history
            UPDATE environment_change SET key = 'm' WHERE key = 'n' AND number = 3          | history
            DELETE FROM environment_change WHERE key = 'api'                                | history
            UPDATE environment SET revision = 7 WHERE revision = 5                          | revisions
            UPDATE environment SET revision = 4 WHERE revision = 5                          | revisions
            DELETE FROM environment_revision WHERE number = 2                               | revisions
            UPDATE environment_revision SET at = 5 WHERE number = 3                         | revisions
            UPDATE environment SET updated_at = 1 << 60                                     | times
            UPDATE project_owner SET from_time = -(1 << 60)                                 | times
            """)
    void theHistoryIsChecked(String damage, String check) throws Exception {
        sql(damage);
        CliHarness.Outcome outcome = orgctl.run("store", "check", "-o", "csv", "--fields", "check,ok");
        assertThat(outcome.out()).contains(check + ",false");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    /** Whatever takes values from one place to another leaves what the checks expect. */
    @Test
    void everyWayToChangeAnEnvironmentIsRecorded() {
        orgctl.must("env", "promote", "web", "--yes", "--allow-new-domains", "--allow-delete");
        assertSound();
        orgctl.must("env", "rollback", "web:live", "--to", "2", "--yes", "--allow-delete");
        assertSound();
        orgctl.must("env", "undo", "web:live", "--yes");
        assertSound();
        orgctl.typing("{\"b\": {\"c\": 1.10}, \"d\": \"é\\n😀\"}");
        orgctl.must("config", "import", "-f", "-", "--format", "json", "--env", "web:sandbox");
        assertSound();
        orgctl.must("secret", "unset", "token", "--env", "web:live");
        assertSound();
        orgctl.must("secret", "rotate-key");
        assertSound();
        orgctl.must("project", "move", "web", "--to", "globex");
        assertSound();
        orgctl.must("config", "set", "n=9", "--env", "globex/web:live");
        assertSound();
        orgctl.must("project", "delete", "globex/web", "--confirm", "web");
        assertSound();
    }

    /** A revision from before there were digests is not suspected, and the next one has a digest. */
    @Test
    void theNextChangeRecordsWhatWasThere() throws Exception {
        sql("UPDATE environment_revision SET digest = NULL, event_organization_id = NULL, event_sequence = NULL");
        assertSound();
        orgctl.must("config", "set", "n=5", "--env", "web:live");
        sql("UPDATE environment_value SET value = '\"https://api.gxample.com\"' WHERE key = 'api'");
        assertThat(orgctl.run("audit", "verify").exit()).isEqualTo(1);
    }
}
