package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.model.value.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code audit verify} detects all tampering with the stored audit log. */
class AuditTamperingTest {
    private static final String OF_ACME = " WHERE organization_id = (SELECT id FROM organization WHERE slug = 'acme')";
    private static final String ACME = "(SELECT id FROM organization WHERE slug = 'acme')";
    private static final String GLOBEX = "(SELECT id FROM organization WHERE slug = 'globex')";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    /** Acme has five events, Globex three. */
    @BeforeEach
    void makeTrails() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme");
        orgctl.must("org", "create", "Globex");
        orgctl.must("project", "create", "Website", "--org", "acme");
        orgctl.must("project", "create", "Shop", "--org", "globex");
        for (String value : new String[] {"1", "2", "3"}) {
            orgctl.must("config", "set", "a=" + value, "--env", "acme/website:sandbox");
        }
        orgctl.must("config", "set", "b=1", "--env", "globex/shop:sandbox");
        orgctl.must("audit", "export", "--all-orgs", "--heads", "-f", "heads.ndjson");
        assertThat(orgctl.run("audit", "verify", "--against", "heads.ndjson").exit())
                .isZero();
    }

    private void sql(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + orgctl.storeFile());
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                assertThat(statement.executeUpdate(command)).as(command).isPositive();
            }
        }
    }

    private String only(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + orgctl.storeFile());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.getString(1);
        }
    }

    private String verdictOn(String slug, String... options) {
        String[] words = new String[options.length + 6];
        String jq = ".[] | select(.organization == \"" + slug + "\" or (.organization == null and \"" + slug
                + "\" == \"?\")) | \"\\(.ok) \\(.events) \\(.brokenAt) \\(.problem)\"";
        System.arraycopy(new String[] {"audit", "verify", "-o", "json", "--jq", jq}, 0, words, 0, 6);
        System.arraycopy(options, 0, words, 6, options.length);
        CliHarness.Outcome outcome = orgctl.run(words);
        assertThat(outcome.err()).doesNotContain("error");
        assertThat(outcome.exit()).as(outcome.out()).isEqualTo(1);
        return outcome.out().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "event = replace(event, 'tester', 'nobody') | its text does not match its stored hash",
                "event = printf('%s ', event) | its text does not match its stored hash",
                "hash = replace(hash, substr(hash, 1, 1), 'x') | its text does not match its stored hash",
                "hash = upper(hash) | its text does not match its stored hash",
                "sequence = 99 | it is missing: the next event is 4",
                "organization_id = '00000000-0000-4000-8000-999999999999' | it is missing: the next event is 4",
            })
    void everyColumnThatIsEdited(String edit, String problem) throws Exception {
        sql("UPDATE audit_event SET " + edit + OF_ACME + " AND sequence = 3");
        assertThat(verdictOn("acme")).isEqualTo("false 2 3 " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "actor", "action", "project_id", "target"})
    void whatTheDatabaseReadsOutOfTheTextCannotBeEdited(String column) {
        assertThat(catchThrowable(() -> sql("UPDATE audit_event SET " + column + " = 'x'")))
                .hasMessageContaining("generated column");
    }

    @Test
    void anEventThatIsEditedTogetherWithItsHash() throws Exception {
        rewrite(3, "tester", "nobody");
        assertThat(verdictOn("acme")).isEqualTo("false 3 4 it does not follow the event before it");
    }

    private void rewrite(int sequence, String part, String otherwise) throws SQLException {
        String where = OF_ACME + " AND sequence = " + sequence;
        String text = only("SELECT event FROM audit_event" + where).replace(part, otherwise);
        sql("UPDATE audit_event SET event = '" + text + "', hash = '" + Sha256.of(text) + "'" + where);
    }

    @Test
    void theLastEventEditedTogetherWithItsHashNeedsTheHeads() throws Exception {
        rewrite(5, "tester", "nobody");
        assertThat(orgctl.run("audit", "verify").exit()).isZero();
        assertThat(verdictOn("acme", "--against", "heads.ndjson"))
                .isEqualTo("false 4 5 it does not match the kept head");
    }

    @Test
    void aTextThatIsOnlyWrittenInAnotherWay() throws Exception {
        rewrite(5, "{\"action\"", "{ \"action\"");
        assertThat(verdictOn("acme")).isEqualTo("false 4 5 its text is not in canonical form");
    }

    @Test
    void aTextThatNobodyCouldList() throws Exception {
        rewrite(5, "\"at\":\"2026-01-", "\"at\":\"2026-13-");
        assertThat(verdictOn("acme")).startsWith("false 4 5 its text is not an event: '2026-13-");
        assertThat(orgctl.run("audit", "list", "--org", "acme").exit()).isEqualTo(9);
    }

    @Test
    void aTextWithAnotherSequence() throws Exception {
        rewrite(5, "\"sequence\":5", "\"sequence\":4");
        assertThat(verdictOn("acme")).isEqualTo("false 4 5 its text names the sequence number 4");
    }

    @Test
    void anEventTakenOutOfTheMiddle() throws Exception {
        sql("DELETE FROM audit_event" + OF_ACME + " AND sequence = 2");
        assertThat(verdictOn("acme")).isEqualTo("false 1 2 it is missing: the next event is 3");
    }

    @Test
    void theFirstEventTakenAway() throws Exception {
        sql("DELETE FROM audit_event" + OF_ACME + " AND sequence = 1");
        assertThat(verdictOn("?")).isEqualTo("false 0 1 it is missing: the next event is 2");
    }

    @Test
    void anEventTakenOutAndTheOthersCountedAnew() throws Exception {
        sql(
                "DELETE FROM audit_event" + OF_ACME + " AND sequence = 2",
                "UPDATE audit_event SET sequence = sequence - 1" + OF_ACME + " AND sequence > 2");
        assertThat(verdictOn("acme")).isEqualTo("false 1 2 its text names the sequence number 3");
    }

    @Test
    void eventsInAnotherOrder() throws Exception {
        sql(
                "UPDATE audit_event SET sequence = 100" + OF_ACME + " AND sequence = 2",
                "UPDATE audit_event SET sequence = 2" + OF_ACME + " AND sequence = 3",
                "UPDATE audit_event SET sequence = 3" + OF_ACME + " AND sequence = 100");
        assertThat(verdictOn("acme")).isEqualTo("false 1 2 its text names the sequence number 3");
    }

    @Test
    void eventsOfTwoOrganizationsSwapped() throws Exception {
        sql(
                "UPDATE audit_event SET sequence = 100" + OF_ACME + " AND sequence = 2",
                "UPDATE audit_event SET organization_id = " + ACME + " WHERE organization_id = " + GLOBEX
                        + " AND sequence = 2",
                "UPDATE audit_event SET organization_id = " + GLOBEX + ", sequence = 2" + OF_ACME
                        + " AND sequence = 100");
        assertThat(verdictOn("acme")).isEqualTo("false 1 2 its text names another organization");
        assertThat(verdictOn("globex")).isEqualTo("false 1 2 its text names another organization");
    }

    @Test
    void theEndCutOffNeedsTheHeads() throws Exception {
        orgctl.must("org", "update", "acme", "--description", "x");
        orgctl.must("audit", "export", "--all-orgs", "--heads", "-f", "heads.ndjson", "--force");
        sql("DELETE FROM audit_event" + OF_ACME + " AND sequence > 5");
        assertThat(orgctl.run("audit", "verify").exit()).isZero();
        assertThat(verdictOn("acme", "--against", "heads.ndjson"))
                .isEqualTo("false 5 6 it is missing: the chain ends before it, but a kept head is at 6");
    }

    @Test
    void theEndCutOffIsMissedByTheEnvironmentsItChanged() throws Exception {
        sql("DELETE FROM audit_event" + OF_ACME + " AND sequence > 3");
        assertThat(verdictOn("acme"))
                .isEqualTo("false 3 5 acme/website:sandbox does not match what was recorded with its revision 4");
    }

    @Test
    void aWholeTrailThatIsGoneIsFound() throws Exception {
        sql("DELETE FROM audit_event" + OF_ACME);
        assertThat(orgctl.run("audit", "verify").exit()).isOne();
        assertThat(verdictOn("?")).isEqualTo("false 0 1 it is missing: the organization has no events");
        assertThat(verdictOn("?", "--against", "heads.ndjson"))
                .isEqualTo("false 0 1 it is missing: the chain ends before it, but a kept head is at 5");
    }

    @Test
    void anOldFileBroughtBackNeedsTheHeads() throws Exception {
        Path old = folder.resolve("old.db");
        Files.copy(orgctl.storeFile(), old);
        orgctl.must("config", "set", "a=4", "--env", "acme/website:sandbox");
        orgctl.must("audit", "export", "--all-orgs", "--heads", "-f", "heads.ndjson", "--force");
        Files.copy(old, orgctl.storeFile(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(orgctl.run("audit", "verify").exit()).isZero();
        assertThat(verdictOn("acme", "--against", "heads.ndjson"))
                .isEqualTo("false 5 6 it is missing: the chain ends before it, but a kept head is at 6");
        // What has been done in the old file since then does not hide it.
        orgctl.must("config", "set", "a=5", "--env", "acme/website:sandbox");
        assertThat(verdictOn("acme", "--against", "heads.ndjson"))
                .isEqualTo("false 5 6 it does not match the kept head");
    }

    @Test
    void aLaterHeadDoesNotMakeUpForAnEarlierOne() throws Exception {
        rewrite(5, "tester", "nobody");
        String heads = orgctl.must("audit", "export", "--all-orgs", "--heads");
        Files.writeString(orgctl.work().resolve("heads.ndjson"), heads, StandardOpenOption.APPEND);
        assertThat(verdictOn("acme", "--against", "heads.ndjson"))
                .isEqualTo("false 4 5 it does not match the kept head");
    }

    @Test
    void theHeadsAreFoundInAWholeExportToo() throws Exception {
        orgctl.must("audit", "export", "--org", "acme", "-f", "acme.ndjson");
        sql("DELETE FROM audit_event" + OF_ACME + " AND sequence = 5");
        assertThat(verdictOn("acme", "--against", "acme.ndjson")).startsWith("false 4 5");
        // One trail's damage says nothing about another.
        assertThat(orgctl.run("audit", "verify", "--org", "globex", "--against", "heads.ndjson")
                        .exit())
                .isZero();
    }

    @Test
    void anEventThatCannotBeReadIsToldAsDamage() throws Exception {
        rewrite(3, "\"actor\"", "\"actress\"");
        CliHarness.Outcome outcome = orgctl.run("audit", "list", "--org", "acme");
        assertThat(outcome.exit()).isEqualTo(9);
        assertThat(outcome.err()).contains("invalid audit event", "orgctl audit verify");
    }

    @Test
    void anOrganizationThatIsNoneIsToldBesideTheOthers() throws Exception {
        String stray = "this is no id, but as long as any on";
        sql("UPDATE audit_event SET organization_id = '" + stray + "'" + OF_ACME + " AND sequence = 5");
        CliHarness.Outcome outcome =
                orgctl.run("audit", "verify", "-o", "csv", "--fields", "organizationId,ok,problem");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .hasLineCount(4)
                .contains("\"" + stray + "\",false,it contains events with an invalid organization ID");
        assertThat(orgctl.must("audit", "export", "--all-orgs", "--heads")).hasLineCount(2);
    }
}
