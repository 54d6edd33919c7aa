package io.github.orgctl.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.store.PostgresPlace;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How commands report faults of the server. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PostgresFaultsTest {
    @TempDir
    Path folder;

    private PostgresPlace place;
    private CliHarness orgctl;

    @BeforeEach
    void openStore() throws SQLException {
        place = PostgresPlace.fresh();
        orgctl = new CliHarness(folder).set("ORGCTL_STORE", place.address());
    }

    @AfterEach
    void removeRole() throws SQLException {
        sql("DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'somebody') THEN"
                + " DROP OWNED BY somebody; DROP ROLE somebody; END IF; END $$");
    }

    private void sql(String... commands) throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private String query(String select) throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String addressOf(String login) {
        return place.address().replace("postgres:postgres@", login + "@");
    }

    private void fails(int exit, String message, String... arguments) {
        CliHarness.Outcome outcome = orgctl.run(arguments);
        assertThat(outcome.err()).contains(message).doesNotContain("a bug");
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(exit);
        assertThat(outcome.out()).isEmpty();
    }

    // Who may see it

    @ParameterizedTest
    @ValueSource(strings = {"org list", "store check", "org create Beta"})
    void aSchemaThatMayNotBeUsedIsNoEmptyStore(String command) throws SQLException {
        orgctl.must("org", "create", "Acme");
        sql("CREATE ROLE somebody LOGIN");
        orgctl.set("ORGCTL_STORE", addressOf("somebody"));
        fails(6, "somebody may not use the schema '" + place.schema() + "'", command.split(" "));
        orgctl.set("ORGCTL_STORE", addressOf("somebody") + ",public");
        fails(6, "somebody may not use the schema '" + place.schema() + "'", command.split(" "));
    }

    @Test
    void aTableThatMayNotBeReadIsNamed() throws SQLException {
        orgctl.must("org", "create", "Acme");
        sql("CREATE ROLE somebody LOGIN", "GRANT USAGE ON SCHEMA " + place.schema() + " TO somebody");
        orgctl.set("ORGCTL_STORE", addressOf("somebody"));
        fails(6, "permission denied for table orgctl_schema", "org", "list");
    }

    @Test
    void aMissingSchemaIsNotFound() {
        orgctl.set("ORGCTL_STORE", place.address() + "_none");
        fails(3, "has no schema", "org", "list");
        fails(3, "has no schema", "org", "create", "Acme");
    }

    @Test
    void aReaderIsToldWhoHasToUpgrade() throws SQLException {
        orgctl.must("org", "create", "Acme");
        sql(
                "DELETE FROM orgctl_schema WHERE version = (SELECT MAX(version) FROM orgctl_schema)",
                "CREATE ROLE somebody LOGIN",
                "GRANT USAGE ON SCHEMA " + place.schema() + " TO somebody",
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + place.schema() + " TO somebody");
        orgctl.set("ORGCTL_STORE", addressOf("somebody"));
        fails(6, "was created by an older orgctl", "org", "list");
        fails(6, "as the owner of its tables", "org", "list");
    }

    // What is there

    @ParameterizedTest
    @ValueSource(strings = {"plan", "member", "statement", "audit_event", "organization_slug"})
    void anotherProgramsTableIsRefusedAtOnce(String table) throws SQLException {
        sql("CREATE TABLE " + table + " (x INTEGER)");
        fails(9, "another program's table '" + table + "'", "org", "list");
        fails(9, "another program's table '" + table + "'", "org", "create", "Acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "SQL_ASCII"})
    void aDatabaseInAnotherEncodingIsRefusedAtOnce(String encoding) throws SQLException {
        String database = "in_" + encoding.toLowerCase(Locale.ROOT);
        sql("CREATE DATABASE " + database + " ENCODING '" + encoding + "' LOCALE 'C' TEMPLATE template0");
        try {
            orgctl.set("ORGCTL_STORE", place.address().replaceAll("/postgres\\?.*", "/" + database));
            fails(9, "has the encoding " + encoding, "org", "list");
            fails(9, "has the encoding " + encoding, "org", "create", "Łódź");
        } finally {
            sql("DROP DATABASE " + database);
        }
    }

    @Test
    void anEngineThatCanNotTellItsSizeIsNoError() throws SQLException {
        orgctl.must("org", "create", "Acme");
        sql("CREATE FUNCTION pg_database_size(name) RETURNS bigint LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE SQLSTATE '42883'; END $$");
        orgctl.set("ORGCTL_STORE", place.address() + ",pg_catalog");
        assertThat(orgctl.must("store", "info", "-o", "ndjson", "--jq", ".bytes, .organizations"))
                .isEqualTo("null\n1\n");
    }

    // The way to it

    @ParameterizedTest
    @ValueSource(strings = {"IST", "ACT", "AET", "GMT+05:30"})
    void theMachinesTimeZoneStaysHere(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            orgctl.must("org", "create", "Acme");
            assertThat(TimeZone.getDefault().getID()).isEqualTo(zone);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                ServerSocket another = new ServerSocket(0)) {
            String hosts = "localhost:" + silent.getLocalPort() + ",localhost:" + another.getLocalPort();
            orgctl.set("ORGCTL_STORE", "postgresql://me@" + hosts + "/db?connect_timeout=2");
            fails(7, "does not answer", "org", "list");
            String all = hosts + ",localhost:" + PostgresPlace.port();
            orgctl.set("ORGCTL_STORE", place.address().replaceAll("localhost:\\d+", all) + "&connect_timeout=30");
            orgctl.must("org", "create", "Acme");
        }
    }

    @Test
    void aSocketsFolderIsAHost() throws SQLException {
        String socket = query("SHOW unix_socket_directories").split(",")[0].strip();
        assertThat(socket).startsWith("/");
        orgctl.set("PGHOST", socket).set("PGPORT", Integer.toString(PostgresPlace.port()));
        orgctl.set("ORGCTL_STORE", "postgresql://postgres@/postgres?currentSchema=" + place.schema());
        orgctl.must("org", "create", "Acme");
        assertThat(orgctl.must("org", "list", "-o", "ids")).isNotEmpty();
        orgctl.set("PGHOST", socket + "/none");
        fails(7, "can't be reached", "org", "list");
    }

    @Test
    void tlsThatCanNotBeHadIsNamed() {
        String certificate = folder.resolve("none.crt").toString();
        orgctl.set("ORGCTL_STORE", place.address() + "&sslmode=require");
        fails(6, "no trusted TLS connection to localhost", "org", "list");
        orgctl.set("ORGCTL_STORE", place.address() + "&sslmode=verify-full&sslrootcert=" + certificate);
        fails(6, "no trusted TLS connection to localhost", "org", "list");
    }

    @Test
    void everyAddressOfANameIsTried() throws Exception {
        orgctl.must("org", "create", "Acme");
        Path names = Files.writeString(folder.resolve("hosts"), "127.0.0.9 db\n127.0.0.1 db\n127.0.0.9 none\n");
        assertThat(onItsOwn(names, "db")).isEqualTo("acme\n");
        assertThat(onItsOwn(names, "none")).contains("can't be reached: none:" + PostgresPlace.port());
    }

    /** Runs in a separate process with its own host names. */
    private String onItsOwn(Path names, String host) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Djdk.net.hosts.file=" + names,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.orgctl.Main",
                        "org",
                        "list",
                        "--jq",
                        ".[].slug",
                        "--store",
                        place.address().replace("@localhost", "@" + host))
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Not even if its owner trusts it. */
    @Test
    void aDirectorysFileLoadsNoClass() throws IOException {
        orgctl.set("ORGCTL_STORE", null);
        for (String option : new String[] {"socketFactory", "authenticationPluginClassName", "sslfactory"}) {
            String address = place.address() + "&" + option + "=java.lang.Object";
            Files.writeString(orgctl.work().resolve(".orgctl.json"), "{\"store\": \"" + address + "\"}");
            fails(8, "review it, then run: orgctl trust", "org", "list");
            orgctl.must("trust");
            fails(2, "unknown option '" + option + "'", "org", "list");
        }
    }

    @ParameterizedTest
    @CsvSource({"read-only,is not read-only", "standby,is not standby"})
    void aServerOfAnotherKindIsNotTaken(String wanted, String message) {
        orgctl.set("ORGCTL_STORE", place.address() + "&connect_timeout=5&target_session_attrs=" + wanted);
        fails(7, message, "org", "list");
        orgctl.set("ORGCTL_STORE", place.address() + "&target_session_attrs=read-write");
        orgctl.must("org", "create", "Acme");
    }

    @Test
    void noConnectionLeftIsSaid() throws SQLException {
        sql("CREATE ROLE somebody LOGIN CONNECTION LIMIT 0");
        orgctl.set("ORGCTL_STORE", addressOf("somebody") + "&connect_timeout=5");
        fails(7, "has no connections left", "org", "list");
    }

    @Test
    void passwordsAreAskedForAndChecked() throws Exception {
        sql(
                "CREATE ROLE somebody LOGIN PASSWORD 'open:sesame'",
                "GRANT ALL ON SCHEMA " + place.schema() + " TO somebody");
        Path rules = Path.of(query("SHOW hba_file"));
        String before = Files.readString(rules);
        Files.writeString(rules, "host all somebody all scram-sha-256\n" + before);
        try {
            sql("SELECT pg_reload_conf()");
            orgctl.set("ORGCTL_STORE", addressOf("somebody"));
            fails(6, "asks for a password of somebody, but none is set", "org", "list");
            orgctl.set("PGPASSWORD", "no");
            fails(6, "refuses the login of somebody", "org", "list");
            orgctl.set("PGPASSWORD", null);
            Path file = orgctl.home().resolve(".pgpass");
            Files.writeString(file, "# mine\n*:*:other:*:no\nlocalhost:*:postgres:somebody:open\\:sesame\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            fails(6, "ignoring " + file + ", which other users can read", "org", "list");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(orgctl.run("org", "create", "Acme").err()).doesNotContain("ignoring");
            assertThat(orgctl.must("org", "list", "-o", "ids")).isNotEmpty();
        } finally {
            Files.writeString(rules, before);
            sql("SELECT pg_reload_conf()");
        }
    }

    @Test
    void anUnknownOptionIsRefusedBeforeAnythingIsAskedOfAServer() {
        orgctl.set("ORGCTL_STORE", place.address() + "&socketFactory=java.lang.Object");
        fails(2, "unknown option 'socketFactory'", "org", "list");
        orgctl.set("ORGCTL_STORE", place.address() + "&options=-c%20no.such%20");
        fails(2, "refuses the options", "org", "list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:sesame@localhost:1/db",
                "postgres://me@localhost:1/db?password=sesame&sslmode=require",
                "postgresql://me:sesame@localhost:1/db?nonsense=1",
                "mysql://me:sesame@localhost/db"
            })
    void noCommandShowsAPassword(String address) throws IOException {
        orgctl.set("ORGCTL_STORE", address);
        String[][] commands = {
            {"status"}, {"status", "--explain", "-o", "json"}, {"doctor"}, {"store", "info"}, {"org", "list", "--debug"}
        };
        for (String[] command : commands) {
            CliHarness.Outcome outcome = orgctl.run(command);
            assertThat(outcome.out() + outcome.err())
                    .as(String.join(" ", command))
                    .isNotEmpty()
                    .doesNotContain("sesame");
        }
        orgctl.set("ORGCTL_STORE", null);
        Files.writeString(orgctl.work().resolve(".orgctl.json"), "{\"store\": \"" + address + "\"}");
        assertThat(orgctl.run("status", "--explain").out()).doesNotContain("sesame");
    }

    // The end of a transaction

    /**
     * Reports an error before the first rows of the audit log arrive, so that each command has done its work by then.
     */
    private void report(String state, String constraint, int times) throws SQLException {
        sql(
                "CREATE SEQUENCE reports",
                "CREATE FUNCTION report() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF nextval('" + place.schema() + ".reports') <= " + times + " THEN"
                        + " RAISE EXCEPTION 'row (sesame)' USING ERRCODE = '" + state + "', CONSTRAINT = '" + constraint
                        + "'; END IF; RETURN NEW; END $$",
                "CREATE TRIGGER report BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION report()");
    }

    @ParameterizedTest
    @CsvSource({
        "40001,x",
        "40P01,x",
        "40003,x",
        "25P02,x",
        "40003,x",
        "55P03,x",
        "57P01,x",
        "08006,x",
        "XX000,x",
        "23505,audit_event_pkey",
        "23505,environment_revision_pkey"
    })
    void whatMayPassIsTriedAgain(String state, String constraint) throws SQLException {
        orgctl.must("org", "create", "Acme");
        report(state, constraint, 20);
        orgctl.must("org", "create", "Beta");
        assertThat(orgctl.must("org", "list", "-o", "csv", "--fields", "slug", "--no-header"))
                .isEqualTo("acme\nbeta\n");
    }

    @Test
    void whatIsReadTwiceIsWrittenOnce() throws SQLException {
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Web", "--org", "acme");
        sql(
                "CREATE FUNCTION readable(sequence bigint) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF sequence = 2 AND random() < 0.7 THEN"
                        + " RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END IF; RETURN true; END $$",
                "CREATE ROLE somebody LOGIN",
                "GRANT USAGE ON SCHEMA " + place.schema() + " TO somebody",
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + place.schema() + " TO somebody",
                "ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY sometimes ON audit_event USING (readable(sequence))");
        orgctl.set("ORGCTL_STORE", addressOf("somebody"));
        for (int run = 0; run < 5; run++) {
            assertThat(orgctl.must("audit", "list", "--org", "acme", "-o", "ndjson", "--jq", ".sequence"))
                    .isEqualTo("1\n2\n");
        }
    }

    @Test
    void theKeysThatAreNumberedAreTheTablesOwn() throws SQLException {
        orgctl.must("org", "create", "Acme");
        for (String constraint : PostgresProblems.NUMBERED) {
            assertThat(query("SELECT COUNT(*) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace"
                            + " AND contype IN ('p', 'u') AND conname = '" + constraint + "'"))
                    .as(constraint)
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "53100,74,disk is full",
        "53200,7,raise max_locks_per_transaction",
        "53400,7,run out of a resource",
        "57014,7,took too long",
        "58030,74,can't be read or written",
        "XX000,74,reported an internal error (XX000)",
        "XX001,9,is damaged"
    })
    void whatTheServerReportsIsSaid(String state, int exit, String message) throws SQLException {
        orgctl.must("org", "create", "Acme");
        report(state, "x", 1_000);
        fails(exit, message, "org", "create", "Beta", "--wait", "1s");
        atCommit("RAISE EXCEPTION USING ERRCODE = '" + state + "';");
        sql("DROP TRIGGER report ON audit_event");
        fails(exit, message, "org", "create", "Beta", "--wait", "1s");
        assertThat(orgctl.must("org", "list", "-o", "csv", "--fields", "slug", "--no-header"))
                .isEqualTo("acme\n");
    }

    @ParameterizedTest
    @CsvSource({"23514,5", "23505,4", "P0001,70", "22P02,70"})
    void whatTheServerSaysOfARowStaysSecret(String state, int exit) throws SQLException {
        orgctl.must("org", "create", "Acme");
        report(state, "mine", 1_000);
        CliHarness.Outcome outcome = orgctl.run("org", "create", "Beta", "--debug");
        assertThat(outcome.exit()).isEqualTo(exit);
        assertThat(outcome.err()).contains("PostgreSQL reported " + state).doesNotContain("sesame");
    }

    private void atCommit(String action) throws SQLException {
        sql(
                "CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + action + " RETURN NULL; END $$",
                "CREATE CONSTRAINT TRIGGER act AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED"
                        + " FOR EACH ROW EXECUTE FUNCTION act()");
    }

    private void atFirstCommit(String action) throws SQLException {
        sql("CREATE SEQUENCE commits");
        atCommit("IF nextval('" + place.schema() + ".commits') = 1 THEN " + action + " END IF;");
    }

    private void betaIsThereOnce() {
        assertThat(orgctl.must("org", "list", "-o", "csv", "--fields", "slug", "--no-header"))
                .isEqualTo("acme\nbeta\n");
    }

    @Test
    void aConnectionLostDuringTheCommitBeginsAgain() throws SQLException {
        orgctl.must("org", "create", "Acme");
        atFirstCommit("PERFORM pg_terminate_backend(pg_backend_pid());");
        orgctl.must("org", "create", "Beta");
        betaIsThereOnce();
    }

    @Test
    void aConnectionLostDuringEachCommitChangesNothing() throws SQLException {
        orgctl.must("org", "create", "Acme");
        atCommit("PERFORM pg_terminate_backend(pg_backend_pid());");
        fails(7, "so nothing was changed", "org", "create", "Beta", "--wait", "1s");
        assertThat(orgctl.must("org", "list", "-o", "ids").lines()).hasSize(1);
        // Nothing is left to chance where nothing is to be kept.
        assertThat(orgctl.run("org", "create", "Beta", "--dry-run").exit()).isZero();
    }

    /** The last one to commit is retried, and finds the month closed. */
    @Test
    void noUsageGetsIntoAMonthThatIsBeingClosed() throws Exception {
        orgctl.at(Instant.parse("2025-12-01T00:00:00Z")).must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Web");
        orgctl.at(Instant.parse("2026-01-05T00:00:00Z"));
        sql(
                "CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF NEW.event LIKE '%usage.record%' THEN PERFORM pg_advisory_xact_lock(7); END IF;"
                        + " RETURN NEW; END $$",
                "CREATE TRIGGER hold BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION hold()");
        CliHarness.Outcome[] recorded = new CliHarness.Outcome[1];
        String record = "billing usage record --env web:live --metric calls --quantity 5 --at 2025-12-15T00:00:00Z";
        Thread recorder = new Thread(() -> recorded[0] = orgctl.run(record.split(" ")));
        try (Connection holder = place.byHand();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(7)");
            recorder.start();
            while (query("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'advisory'")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            orgctl.must("billing", "statement", "--period", "2025-12", "--close");
            statement.execute("SELECT pg_advisory_unlock(7)");
        }
        recorder.join();
        assertThat(recorded[0].err()).contains("2025-12 is closed");
        assertThat(recorded[0].exit()).isEqualTo(5);
        assertThat(orgctl.must("billing", "usage", "list", "-o", "ids")).isEmpty();
        orgctl.must("store", "check");
    }

    /** The limits of the statement and lock timeouts, and where they come from. */
    @Test
    void nothingIsWaitedForLongerThanItsLimit() throws SQLException {
        orgctl.must("org", "create", "Acme");
        sql("CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_sleep(600); RETURN NEW; END $$");
        sql("CREATE TRIGGER wait BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION wait()");
        orgctl.set("ORGCTL_STORE", place.address() + "&socketTimeout=1");
        fails(7, "canceled a statement that took too long", "org", "create", "Beta");
        sql("DROP TRIGGER wait ON audit_event");
        try (Connection holder = place.byHand();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE organization");
            fails(7, "stays locked by another program", "org", "create", "Beta", "--wait", "0");
            fails(7, "stays locked by another program", "org", "list", "--wait", "100ms");
            holder.rollback();
        }
        orgctl.must("org", "create", "Beta");
    }

    @Test
    void aServerThatIsFullIsAskedAgain() throws Exception {
        orgctl.must("org", "create", "Acme");
        sql(
                "CREATE ROLE somebody LOGIN CONNECTION LIMIT 2",
                "GRANT USAGE ON SCHEMA " + place.schema() + " TO somebody",
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + place.schema() + " TO somebody");
        List<Thread> commands = new ArrayList<>();
        List<CliHarness.Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 12; i++) {
            CliHarness another = new CliHarness(Files.createDirectory(folder.resolve("of-" + i)));
            another.set("ORGCTL_STORE", addressOf("somebody") + "&connect_timeout=60");
            commands.add(new Thread(() -> outcomes.add(another.run("org", "list", "--jq", ".[].slug"))));
        }
        commands.forEach(Thread::start);
        for (Thread command : commands) {
            command.join();
        }
        assertThat(outcomes).hasSize(12).containsOnly(new CliHarness.Outcome(0, "acme\n", ""));
    }

    @Test
    void aMigrationMayTakeLongerThanAnAnswer() throws SQLException {
        orgctl.must("org", "create", "Acme");
        sql(
                "CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN PERFORM pg_sleep(1.5); RETURN NEW; END $$",
                "CREATE TRIGGER wait BEFORE INSERT ON orgctl_schema FOR EACH ROW EXECUTE FUNCTION wait()");
        String[] names = Fixtures.releasedAnd("0002_for_tests");
        PostgresAddress address = PostgresAddress.parse(place.address() + "&socketTimeout=1", Map.of());
        Store newer = new JdbcStore(
                new Postgres(address, null, 30_000, new Migrations("postgres", names)), JdbcStore.DEFAULT_WAIT_MILLIS);
        assertThat(newer.inTx(Store.Purpose.READ, tx -> tx.inspection().info()).schemaVersion())
                .isEqualTo(names.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40003", "25P02", "XX000", "57P01", "08006"})
    void aCommitThatMayHaveFailedIsMadeOnce(String state) throws SQLException {
        orgctl.must("org", "create", "Acme");
        atFirstCommit("RAISE EXCEPTION USING ERRCODE = '" + state + "';");
        orgctl.must("org", "create", "Beta");
        betaIsThereOnce();
    }

    @Test
    void aCommitThatTheServerRefusesHasChangedNothing() throws SQLException {
        orgctl.must("org", "create", "Acme");
        atCommit("RAISE EXCEPTION USING ERRCODE = '23514';");
        fails(5, "would violate a constraint", "org", "create", "Beta");
        assertThat(orgctl.must("org", "list", "-o", "csv", "--fields", "slug", "--no-header"))
                .isEqualTo("acme\n");
    }

    /** Makes commits wait for a missing standby, and runs an action as soon as one waits. */
    private void withoutStandby(Callable<?> somebody, Runnable work) throws Exception {
        orgctl.must("org", "create", "Acme");
        sql("CREATE ROLE somebody LOGIN SUPERUSER", "ALTER ROLE somebody SET synchronous_commit = 'on'");
        sql("ALTER SYSTEM SET synchronous_standby_names = 'none'", "SELECT pg_reload_conf()");
        orgctl.set("ORGCTL_STORE", addressOf("somebody") + "&socketTimeout=2");
        FutureTask<Object> acting = new FutureTask<>(() -> {
            while (query("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            return somebody.call();
        });
        try {
            new Thread(acting).start();
            work.run();
            acting.get();
        } finally {
            sql("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()");
        }
    }

    private String cancelWaiting() throws SQLException {
        return query("SELECT COUNT(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    }

    private void isUnknown() {
        fails(7, "it is not known whether the change was made", "org", "create", "Beta", "--wait", "1s");
    }

    @Test
    void aStandbyThatIsNotWaitedForLeavesTheOutcomeUnknown() throws Exception {
        withoutStandby(this::cancelWaiting, this::isUnknown);
    }

    @Test
    void aStandbyThatIsAwayLeavesTheOutcomeUnknown() throws Exception {
        withoutStandby(() -> null, this::isUnknown);
    }

    @Test
    void aChangeCountsWhenALaterOneIsReplicated() throws Exception {
        withoutStandby(
                () -> {
                    String cancelled = cancelWaiting();
                    sql("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()");
                    return cancelled;
                },
                () -> orgctl.must("org", "create", "Beta"));
        betaIsThereOnce();
    }

    /** The server's role determines whether it is a primary, not its transactions' default. */
    @Test
    void aPrimaryThatIsReadOnlyByDefaultIsNoStandby() throws SQLException {
        sql("CREATE ROLE somebody LOGIN SUPERUSER", "ALTER ROLE somebody SET default_transaction_read_only = on");
        String address = addressOf("somebody") + "&connect_timeout=5";
        orgctl.set("ORGCTL_STORE", address + "&target_session_attrs=read-write");
        fails(7, "is not read-write: default_transaction_read_only is on", "org", "list");
        orgctl.set("ORGCTL_STORE", address + "&targetServerType=secondary");
        fails(7, "is not standby", "org", "list");
        orgctl.set("ORGCTL_STORE", address + "&targetServerType=primary");
        orgctl.must("org", "create", "Acme");
    }

    @Test
    void nothingIsSetForLongerThanATransaction() throws SQLException {
        orgctl.must("org", "create", "Acme");
        Postgres postgres = new Postgres(PostgresAddress.parse(place.address(), Map.of()), null, 30_000);
        Session session = postgres.begin(Store.Purpose.CHANGE);
        String[] settings = {
            "transaction_isolation",
            "lock_timeout",
            "statement_timeout",
            "idle_in_transaction_session_timeout",
            "search_path"
        };
        String[] within = {"serializable", "5s", "59500ms", "8s", place.schema()};
        for (int i = 0; i < settings.length; i++) {
            assertThat(setting(session.connection, settings[i])).isEqualTo(within[i]);
        }
        session.commit();
        String[] after = {"read committed", "0", "0", "0", "\"$user\", public"};
        for (int i = 0; i < settings.length; i++) {
            assertThat(setting(session.connection, settings[i])).isEqualTo(after[i]);
        }
        try (Sql query = new Sql(session.connection, "SELECT COUNT(*) FROM pg_prepared_statements")) {
            query.next();
            assertThat(query.number(1)).isZero();
        }
        session.close();
    }

    private static String setting(Connection connection, String name) {
        try (Sql query = new Sql(connection, "SELECT current_setting('" + name + "')")) {
            query.next();
            return query.text(1);
        }
    }
}
