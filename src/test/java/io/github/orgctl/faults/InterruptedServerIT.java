package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation;
import io.github.orgctl.store.PostgresPlace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is interrupted or killed while the server works for it leaves nothing running there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InterruptedServerIT {
    private static final String RUNNING =
            "SELECT COUNT(*) FROM pg_stat_activity WHERE usename = 'interrupted' AND state = 'active'";

    @TempDir
    Path scratch;

    private PostgresPlace place;
    private Installation orgctl;

    @BeforeEach
    void makeAStoreThatIsSlow() throws Exception {
        scratch = scratch.toRealPath();
        place = PostgresPlace.fresh();
        orgctl = Installation.archived(scratch);
        orgctl.env.put("ORGCTL_STORE", place.address());
        orgctl.must("org", "create", "Acme");
        sql(
                "DROP ROLE IF EXISTS interrupted",
                "CREATE ROLE interrupted LOGIN SUPERUSER",
                "CREATE FUNCTION wait() RETURNS boolean LANGUAGE plpgsql AS"
                        + " $$ BEGIN PERFORM pg_sleep(1000); RETURN true; END $$",
                "CREATE FUNCTION wait_first() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN PERFORM pg_sleep(1000); RETURN NEW; END $$",
                "CREATE TRIGGER wait BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION wait_first()",
                "ALTER TABLE audit_event RENAME TO audit_event_itself",
                "CREATE VIEW audit_event AS SELECT * FROM audit_event_itself WHERE wait()");
        orgctl.env.put("ORGCTL_STORE", place.address().replace("postgres:postgres@", "interrupted@"));
    }

    private void sql(String... commands) throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private long running() throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RUNNING)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"audit verify, INT, 130", "audit list --all-orgs, TERM, 143", "org create Beta, INT, 130"})
    void nothingRunsOn(String command, String signal, int exit) throws Exception {
        // No limit of time ends the statement in its place.
        orgctl.env.merge("ORGCTL_STORE", "&socketTimeout=600", String::concat);
        assertThat(stopped(command, signal, exit)).doesNotContain("error");
        waitForServer();
    }

    /** A statement has a time limit on the server as well, which needs nobody to cancel it. */
    @ParameterizedTest
    @ValueSource(strings = {"audit verify", "org create Beta"})
    void nothingRunsOnForLongAfterAKill(String command) throws Exception {
        orgctl.env.merge("ORGCTL_STORE", "&socketTimeout=10", String::concat);
        stopped(command, "KILL", 137);
        waitForServer();
    }

    /** An upgrade has no time limit. */
    @Test
    void anUpgradeEndsWithItsProcess() throws Exception {
        sql(
                "DELETE FROM orgctl_schema WHERE version = (SELECT MAX(version) FROM orgctl_schema)",
                "CREATE TRIGGER wait BEFORE INSERT ON orgctl_schema FOR EACH ROW EXECUTE FUNCTION wait_first()");
        orgctl.env.merge("ORGCTL_STORE", "&socketTimeout=10", String::concat);
        stopped("org list", "KILL", 137);
        waitForServer();
    }

    /** What a command said before it ended of a signal that was sent once the server was working for it. */
    private String stopped(String command, String signal, int exit) throws Exception {
        List<String> words =
                new ArrayList<>(List.of(orgctl.home.resolve("bin/orgctl").toString()));
        words.addAll(List.of(command.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(words).directory(scratch.toFile());
        builder.environment().clear();
        builder.environment().putAll(orgctl.env);
        Process process = builder.start();
        while (running() == 0 && process.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exit);
        return said;
    }

    /** The statements would take longer than a test may. */
    private void waitForServer() throws SQLException {
        while (running() > 0) {
            Thread.onSpinWait();
        }
    }
}
