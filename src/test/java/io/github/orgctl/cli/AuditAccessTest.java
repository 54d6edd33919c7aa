package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.organization.Role;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access to audit logs. */
class AuditAccessTest {
    @TempDir
    Path folder;

    private CliHarness orgctl;
    private String acme;
    private String website;
    private int tokens;

    @BeforeEach
    void makeTrails() throws Exception {
        orgctl = new CliHarness(folder);
        acme = orgctl.must("org", "create", "Acme", "-o", "ids").strip();
        orgctl.must("org", "create", "Globex");
        website = orgctl.must("project", "create", "Website", "--org", "acme", "-o", "ids")
                .strip();
        orgctl.must("project", "create", "Shop", "--org", "acme");
        sql("INSERT INTO member (id, organization_id, email, mailbox, role, status, created_at, updated_at) VALUES"
                + " ('00000000-0000-4000-8000-0000000000aa', '" + acme + "', 'ann@example.com', 'ann@example.com',"
                + " 'viewer', 'active', 0, 0)");
    }

    private void sql(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + orgctl.storeFile());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** A viewer's token, for one project or mode where they are not null. */
    private String token(String project, String mode) throws SQLException {
        byte[] random = new byte[32];
        random[0] = (byte) ++tokens;
        Credential credential = Credential.of(Credential.Kind.TOKEN, random);
        sql("INSERT INTO api_token (id, organization_id, name, role, project_id, mode, created_by, hash, ending,"
                + " created_at, expires_at) VALUES ('00000000-0000-4000-8000-0000000000b" + tokens + "', '" + acme
                + "', 't" + tokens + "', 'viewer', " + quoted(project) + ", " + quoted(mode) + ", 'os:tester@box', '"
                + credential.hash() + "', '" + credential.ending() + "', 0, 9000000000000)");
        return credential.reveal();
    }

    private static String quoted(String text) {
        return text == null ? "NULL" : "'" + text + "'";
    }

    private void assertRun(int exit, String out, String commandLine) {
        CliHarness.Outcome outcome = orgctl.run(commandLine.split(" "));
        assertThat(outcome.exit()).as("%s: %s", commandLine, outcome).isEqualTo(exit);
        assertThat(outcome.out().replace("\n", " ").strip()).as(commandLine).isEqualTo(out);
    }

    @Test
    void aMemberSeesTheTrailsOfTheirOrganizationsAlone() {
        assertRun(0, "acme acme acme", "audit list --all-orgs --as ann@example.com --jq .[].organization");
        assertRun(0, "acme", "audit verify --as ann@example.com --jq .[].organization");
        assertRun(0, acme, "audit verify --as ann@example.com -o ids");
        assertRun(3, "", "audit list --org globex --as ann@example.com");
        assertRun(3, "", "audit verify --org globex --as ann@example.com");
        assertRun(3, "", "audit export --org globex --as ann@example.com");
        assertRun(0, "", "audit list --all-orgs --as eve@example.com");
    }

    @Test
    void headsOfOrganizationsThatAreNotSeenAreNotAskedFor() {
        orgctl.must("audit", "export", "--all-orgs", "--heads", "-f", "heads.ndjson");
        assertRun(0, acme, "audit verify --against heads.ndjson --as ann@example.com -o ids");
    }

    @Test
    void theTrashIsSeenByMembersAndWhatIsPurgedByTheOperatorAlone() {
        orgctl.must("org", "delete", "acme", "--confirm", "acme");
        assertRun(0, "4", "audit list --jq length --as ann@example.com --org " + acme);
        orgctl.must("org", "delete", "acme", "--confirm", "acme", "--purge");
        assertRun(3, "", "audit list --as ann@example.com --org " + acme);
        assertRun(0, "5", "audit list --jq length --org " + acme);
        assertRun(0, "6", "audit list --jq length --all-orgs");
        assertRun(0, "acme", "audit verify --jq .[].organization --org " + acme);
    }

    @Test
    void whatIsForAdminsIsToldToAdminsAlone() {
        orgctl.set("ORGCTL_ORG", "acme");
        orgctl.must("billing", "update", "--legal-name", "Acme Limited");
        orgctl.at(Instant.parse("2026-02-01T00:00:00Z"));
        orgctl.must("billing", "statement", "--period", "2026-01", "--close");
        orgctl.must("token", "create", "--name", "ci");
        orgctl.must("member", "invite", "bob@example.com");
        new People(orgctl).add("acme", "dev@example.com", Role.DEVELOPER, MemberStatus.ACTIVE);
        new People(orgctl).add("acme", "adm@example.com", Role.ADMIN, MemberStatus.ACTIVE);
        for (String reader : List.of("ann@example.com", "dev@example.com")) {
            String open = "org.create project.create project.create";
            assertRun(0, open, "audit list --jq .[].action --as " + reader);
            assertRun(0, open, "audit list --all-orgs --jq .[].action --as " + reader);
            assertRun(0, open, "audit list --follow -o ndjson --jq .action --as " + reader);
            assertRun(0, "", "audit list --action *.update --as " + reader);
            for (String action : List.of("billing.*", "token.create", "member.invite", "billing.plan.*")) {
                assertRun(6, "", "audit list --action " + action + " --as " + reader);
            }
            assertRun(6, "", "audit export --as " + reader);
            assertRun(6, "", "audit export --all-orgs --as " + reader);
            assertThat(orgctl.must("audit", "export", "--heads", "--as", reader))
                    .hasLineCount(1);
        }
        assertRun(0, "7", "audit list --jq length --as adm@example.com");
        assertThat(orgctl.must("audit", "export", "--as", "adm@example.com")).contains("Acme Limited");
        // What is read in one organization tells nothing of another.
        new People(orgctl).add("globex", "adm@example.com", Role.VIEWER, MemberStatus.ACTIVE);
        orgctl.must("token", "create", "--name", "ci", "--org", "globex");
        assertRun(0, "acme", "audit list --all-orgs --action token.* --jq .[].organization --as adm@example.com");
        assertRun(6, "", "audit export --all-orgs --as adm@example.com");
    }

    /** Whoever exports a trail reads all of it. */
    @Test
    void nothingButWhatIsTheStoresIsKeptFromWhomeverMayExport() {
        for (Action action : Action.values()) {
            if (action.isRecorded() && action.readers() != Rule.OPERATE) {
                assertThat(action.readers()).as("%s", action).isIn(Rule.READ, Action.AUDIT_EXPORT.rule());
            }
        }
    }

    @Test
    void aTokenForAnOrganizationSeesItsTrail() throws Exception {
        orgctl.set("ORGCTL_TOKEN", token(null, null));
        assertRun(0, "3", "audit list --org acme --jq length");
        assertRun(0, "3", "audit list --all-orgs --jq length");
        assertRun(3, "", "audit list --org globex");
        assertRun(0, "acme", "audit verify --jq .[].organization");
    }

    @Test
    void aTokenForOneProjectSeesItsEventsAlone() throws Exception {
        orgctl.set("ORGCTL_TOKEN", token(website, null));
        assertRun(0, "project.create", "audit list --project acme/website --jq .[].action");
        assertRun(0, "project.create", "audit list --all-orgs --project " + website + " --jq .[].action");
        assertRun(3, "", "audit list --project acme/shop");
        assertRun(6, "", "audit list --org acme");
        assertRun(6, "", "audit list --all-orgs");
        assertRun(6, "", "audit verify");
        assertRun(6, "", "audit export --org acme");
    }

    @Test
    void aTokenForOneModeSeesNoTrail() throws Exception {
        orgctl.set("ORGCTL_TOKEN", token(website, "sandbox"));
        assertRun(6, "", "audit list --project acme/website");
        assertRun(6, "", "audit list --all-orgs");
    }
}
