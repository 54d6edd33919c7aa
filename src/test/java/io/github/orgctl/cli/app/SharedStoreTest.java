package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.PostgresPlace;
import java.io.IOException;
import java.net.ServerSocket;
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
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A store on a server as docs/shared-store.md sets it up: what its roles may do, and what is said where they may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedStoreTest {
    private static final Pattern SQL = Pattern.compile("(?ms)^```sql\\n(.*?)^```");
    private static final String CONNECT = "\\connect ";

    /** What RightsTest has no line for, because it looks at no more than others do, or does what they do. */
    private static final List<String> FURTHER = List.of(
            "use acme",
            "export --org acme",
            "plan -f acme.yaml",
            "apply -f acme.yaml --dry-run",
            "batch -f commands.txt --dry-run",
            "import organizations -f organizations.csv --dry-run",
            "import projects -f projects.csv --dry-run",
            "import members -f members.csv --dry-run");

    /** What reads or writes a file or another store. */
    private static final Set<String> FILES_ONLY = Set.of("store backup", "store copy", "store restore");

    @TempDir
    static Path folder;

    @TempDir
    Path story;

    private List<String> setUp;
    private CliHarness orgctl;
    private String invitation;

    @BeforeAll
    void populate() throws IOException, SQLException {
        setUp = SQL.matcher(Files.readString(Path.of("docs/shared-store.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(setUp).hasSize(2);
        psql(setUp.get(0));
        orgctl = new CliHarness(folder);
        as("orgctl_owner");
        RightsTest.populate(orgctl);
        orgctl.must("project", "create", "Locked", "--org", "globex");
        orgctl.must("env", "lock", "globex/locked:sandbox", "--reason", "test");
        psql(setUp.get(1));
        Files.writeString(orgctl.work().resolve("projects.csv"), "name\nAnother\n");
        Files.writeString(orgctl.work().resolve("members.csv"), "email,role\nnew@example.com,viewer\n");
        Files.writeString(orgctl.work().resolve("organizations.csv"), "name\nAnother\n");
        Files.writeString(orgctl.work().resolve("commands.txt"), "project create Another\n");
        Files.writeString(orgctl.work().resolve("schema.json"), "{\"title\": \"Changed\"}");
        Files.writeString(orgctl.work().resolve("acme.yaml"), changed(orgctl.must("export", "--org", "acme")));
        Path editor = Files.writeString(orgctl.work().resolve("editor.sh"), "sed -i 's/1/2/' \"$1\"\n");
        orgctl.set("EDITOR", "sh " + editor).set("PATH", System.getenv("PATH"));
        invitation = orgctl.must("invite", "resend", "invited@example.com", "--jq", ".token");
    }

    @AfterAll
    void drop() throws SQLException {
        sql(
                "postgres",
                "DROP DATABASE IF EXISTS orgctl",
                "DROP ROLE IF EXISTS orgctl_owner, orgctl_writer, orgctl_reader, orgctl_nobody");
    }

    @BeforeEach
    void type() {
        orgctl.typing(invitation);
    }

    @AfterEach
    void forget() {
        orgctl.set("PGPASSWORD", null);
    }

    private static String changed(String document) {
        String changed = document.replace("Website", "Changed");
        assertThat(changed).isNotEqualTo(document);
        return changed;
    }

    private void as(String role) {
        orgctl.set("ORGCTL_STORE", address(role));
    }

    private static String address(String role) {
        return "postgresql://" + role + "@localhost:" + PostgresPlace.port() + "/orgctl";
    }

    /** Runs a script as psql would. */
    private static void psql(String script) throws SQLException {
        String database = "postgres";
        for (String part : script.split("(?m)^(?=\\\\)")) {
            String rest = part;
            if (part.startsWith(CONNECT)) {
                int end = part.indexOf('\n');
                database = part.substring(CONNECT.length(), end);
                rest = part.substring(end);
            }
            sql(database, rest.strip().split(";\\s*"));
        }
    }

    private static void sql(String database, String... commands) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + PostgresPlace.port() + "/" + database, "postgres", "postgres");
    }

    /** A line for each command that uses a store. */
    private static List<String> commandLines() {
        List<String> lines = new ArrayList<>(FURTHER);
        for (Action action : Action.values()) {
            String environment = action == Action.ENV_UNLOCK ? "globex/locked:sandbox" : "acme/website:sandbox";
            String actor = action == Action.MEMBER_LEAVE ? " --as second@example.com" : "";
            lines.add(
                    RightsTest.COMMANDS.get(action).replace("ENV", environment).replace("OTHER", "owner") + actor);
        }
        lines.removeIf(line -> FILES_ONLY.stream().anyMatch(line::startsWith));
        return lines;
    }

    private static Invocation parsed(String line) {
        Invocation invocation = Invocation.of(line.split(" "), Commands.NOUNS);
        new CommandLineParser(invocation).parse();
        return invocation;
    }

    private CliHarness.Outcome run(String line) {
        return orgctl.run(line.split(" "));
    }

    @Test
    void everyCommandThatUsesAStoreHasALine() {
        Set<String> used = new TreeSet<>();
        for (Noun noun : Commands.NOUNS.allNested()) {
            for (Verb verb : noun.verbs()) {
                boolean uses = verb.purpose() != null || verb.changesStore();
                if (uses && !FILES_ONLY.contains(noun.nameOf(verb))) {
                    used.add(noun.nameOf(verb));
                }
            }
        }
        Set<String> told = new TreeSet<>();
        for (String line : commandLines()) {
            told.add(parsed(line).name().replaceFirst("^orgctl ", ""));
        }
        assertThat(told).isEqualTo(used);
    }

    @Test
    void theReaderCanRunWhatReadsAndNothingElse() {
        as("orgctl_reader");
        SoftAssertions softly = new SoftAssertions();
        int reads = 0;
        for (String line : commandLines()) {
            Store.Purpose purpose = parsed(line).verb().purpose();
            boolean read = purpose != null && purpose.isRead();
            reads += read ? 1 : 0;
            CliHarness.Outcome outcome = run(line);
            // What finds nothing to change writes nothing.
            if (read || outcome.err().contains("nothing to change")) {
                softly.assertThat(outcome.exit()).as("%s: %s", line, outcome).isZero();
            } else {
                softly.assertThat(outcome.exit()).as("%s: %s", line, outcome).isEqualTo(6);
                softly.assertThat(outcome.err()).as(line).contains("permission denied");
            }
        }
        softly.assertAll();
        assertThat(reads).isGreaterThan(20);
    }

    @Test
    void theWriterMakesEveryChange() throws IOException, SQLException {
        psqlAgain("orgctl_story");
        try {
            String address = address("orgctl_writer").replaceFirst("orgctl$", "orgctl_story");
            ChangesLeaveEventsTest events = new ChangesLeaveEventsTest();
            events.folder = story;
            events.install();
            events.orgctl.set("ORGCTL_STORE", address);
            assertThat(events.run("org create Acme").err()).contains("permission denied for schema orgctl");
            events.orgctl.set("ORGCTL_STORE", address.replace("writer", "owner"));
            events.orgctl.must("billing", "issuer", "set", "--name", "Initech");
            psql(setUp.get(1).replace(CONNECT + "orgctl", CONNECT + "orgctl_story"));
            events.orgctl.set("ORGCTL_STORE", address);
            for (ChangesLeaveEventsTest.Line line : ChangesLeaveEventsTest.STORY) {
                if (FILES_ONLY.stream().anyMatch(line.command()::startsWith)) {
                    continue;
                }
                CliHarness.Outcome outcome = events.run(line.command());
                assertThat(outcome.exit())
                        .as("%s: %s", line.command(), outcome.err())
                        .isZero();
            }
            assertThat(events.run("store check").exit()).isZero();
            assertThat(events.run("audit verify --all-orgs").exit()).isZero();
        } finally {
            sql("postgres", "DROP DATABASE orgctl_story");
        }
    }

    /** Another database for the same roles. */
    private void psqlAgain(String database) throws SQLException {
        psql(setUp.get(0)
                .replaceAll("(?m)^CREATE ROLE .*\n", "")
                .replaceAll("DATABASE orgctl\\b", "DATABASE " + database)
                .replace(CONNECT + "orgctl", CONNECT + database));
    }

    @Test
    void theWriterUpgradesNothing() throws SQLException {
        String newest;
        try (Connection connection = connect("orgctl");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("DELETE FROM orgctl.orgctl_schema WHERE version ="
                        + " (SELECT MAX(version) FROM orgctl.orgctl_schema) RETURNING version")) {
            row.next();
            newest = row.getString(1);
        }
        try {
            for (String role : List.of("orgctl_writer", "orgctl_reader")) {
                as(role);
                for (String line : List.of("org list", "org create Another")) {
                    CliHarness.Outcome outcome = run(line);
                    assertThat(outcome.err()).contains("was created by an older orgctl", role + " may not upgrade it");
                    assertThat(outcome.exit()).isEqualTo(6);
                }
            }
        } finally {
            sql("orgctl", "INSERT INTO orgctl.orgctl_schema VALUES (" + newest + ")");
        }
    }

    @Test
    void theWriterCanNotRewriteTheAuditLog() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + PostgresPlace.port() + "/orgctl", "orgctl_writer", "x");
                Statement statement = connection.createStatement()) {
            for (String change : List.of("UPDATE audit_event SET hash = ''", "DELETE FROM audit_event")) {
                SQLException refused = catchThrowableOfType(SQLException.class, () -> statement.execute(change));
                assertThat(refused.getSQLState()).isEqualTo("42501");
            }
        }
    }

    // What every command says

    private void everyCommandFails(int exit, String message) {
        SoftAssertions softly = new SoftAssertions();
        for (String line : commandLines()) {
            CliHarness.Outcome outcome = run(line);
            softly.assertThat(outcome.exit()).as("%s: %s", line, outcome).isEqualTo(exit);
            softly.assertThat(outcome.out()).as(line).isEmpty();
            softly.assertThat(outcome.err()).as(line).contains(message).doesNotContain("sesame");
            softly.assertThat(outcome.err().lines())
                    .as("%s: %s", line, outcome.err())
                    .hasSizeLessThanOrEqualTo(2);
        }
        softly.assertAll();
    }

    @Test
    void everyCommandSaysThatNoServerAnswers() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        orgctl.set("ORGCTL_STORE", "postgresql://me:sesame@localhost:" + closed + "/db");
        everyCommandFails(7, "can't be reached: localhost:" + closed + " refuses connections");
    }

    @Test
    void everyCommandSaysThatAPasswordIsWrong() throws IOException, SQLException {
        sql("postgres", "CREATE ROLE orgctl_nobody LOGIN PASSWORD 'open'");
        Path rules;
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW hba_file")) {
            row.next();
            rules = Path.of(row.getString(1));
        }
        String before = Files.readString(rules);
        Files.writeString(rules, "host all orgctl_nobody all scram-sha-256\n" + before);
        try {
            sql("postgres", "SELECT pg_reload_conf()");
            as("orgctl_nobody");
            orgctl.set("PGPASSWORD", "sesame");
            everyCommandFails(6, "the server refuses the login of orgctl_nobody");
        } finally {
            Files.writeString(rules, before);
            sql("postgres", "SELECT pg_reload_conf()", "DROP ROLE orgctl_nobody");
        }
    }

    @Test
    void everyCommandSaysThatRightsAreMissing() throws SQLException {
        sql("postgres", "CREATE ROLE orgctl_nobody LOGIN", "GRANT CONNECT ON DATABASE orgctl TO orgctl_nobody");
        try {
            as("orgctl_nobody");
            everyCommandFails(6, "orgctl_nobody may not use the schema 'orgctl'");
        } finally {
            sql("postgres", "REVOKE CONNECT ON DATABASE orgctl FROM orgctl_nobody", "DROP ROLE orgctl_nobody");
        }
    }
}
