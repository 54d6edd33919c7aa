package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A text in the store that this program would not have written is reported as damage, never as a mistake of whoever
 * typed the command, nor as a bug: for each column of text in each table.
 */
class InvalidValuesTest {
    /** Begins with a control character, which is not allowed in any text of the model. */
    private static final String INVALID = "char(1) || 'É ${'";

    private static final List<String> COMMAND_LINES = List.of(
            "project show acme/websit",
            "org show acm",
            "config list --env acme/website:sandbox --fields key,value,note",
            "config get t --env acme/website:sandbox",
            "env diff acme/website",
            "env show acme/website:sandbox",
            "env history acme/website:sandbox",
            "env rollback acme/website:sandbox --to 1 --dry-run",
            "env promote acme/website --dry-run",
            "secret list --env acme/website:sandbox",
            "secret history token --env acme/website:sandbox",
            "secret due --all --all-orgs",
            "search text --all-orgs",
            "member list --org acme",
            "billing usage list --org acme",
            "billing usage record --env acme/website:live --metric api --quantity 5 --key first",
            "export --org acme");

    /** Done, a finding, not found, a conflict, a broken rule, not allowed, refused by a gate, damaged. */
    private static final Set<Integer> TOLD = Set.of(0, 1, 3, 4, 5, 6, 8, 9);

    @TempDir
    Path folder;

    private CliHarness orgctl;

    private void must(String commandLine) {
        orgctl.must(commandLine.split(" "));
    }

    @BeforeEach
    void fill() {
        orgctl = new CliHarness(folder);
        must("org create Acme");
        must("project create Website --org acme");
        must("config set a=text b=2 --env acme/website:sandbox");
        must("config note a there --env acme/website:sandbox");
        must("config set t=${a} --expand --env acme/website:sandbox");
        must("env promote acme/website --yes");
        orgctl.typing("hunter2").must("secret", "set", "token", "--env", "acme/website:sandbox");
        must("secret set policy --ref env:OUTSIDE --expires 2027-01-01 --rotate-every 90d --env acme/website:sandbox");
        must("member invite ann@example.com --role admin --org acme");
        must("billing usage record --env acme/website:live --metric api --quantity 5 --key first");
    }

    @Test
    void areReportedAsDamage() throws Exception {
        byte[] sound = Files.readAllBytes(orgctl.storeFile());
        List<String> wrong = new ArrayList<>();
        for (String update : updates()) {
            Files.write(orgctl.storeFile(), sound);
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA ignore_check_constraints = ON");
                statement.execute("PRAGMA foreign_keys = OFF");
                statement.execute(update);
            }
            byte[] invalid = Files.readAllBytes(orgctl.storeFile());
            for (String commandLine : COMMAND_LINES) {
                Files.write(orgctl.storeFile(), invalid);
                CliHarness.Outcome outcome = orgctl.run(commandLine.split(" "));
                if (!TOLD.contains(outcome.exit())) {
                    wrong.add(update + ": " + commandLine + ": " + outcome);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + orgctl.storeFile());
    }

    /** An invalid text in each column of text that is not computed, in as many rows as may share it. */
    private List<String> updates() throws SQLException {
        List<String> updates = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT t.name, c.name FROM sqlite_schema t,"
                        + " pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND c.type = 'TEXT' AND c.hidden = 0"
                        // The event of the audit log has columns that are computed from it.
                        + " AND c.name <> 'event' AND t.name NOT LIKE 'orgctl_%' AND t.name <> 'store'")) {
            while (rows.next()) {
                updates.add("UPDATE OR IGNORE " + rows.getString(1) + " SET " + rows.getString(2) + " = " + INVALID);
            }
        }
        assertThat(updates).hasSizeGreaterThan(40);
        return updates;
    }
}
