package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The server is restarted, or crashes, during commands: each is done or says that it was not, as a whole, and the store
 * has what was acknowledged. {@code -Dorgctl.faults.restarts} says how often, in each way.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartedServerTest {
    private static final int RESTARTS = Integer.getInteger("orgctl.faults.restarts", 1);

    /** Its own, since other tests use the shared one. */
    private EmbeddedPostgres server;

    @TempDir
    Path folder;

    private Path control;
    private String data;

    @BeforeAll
    void start() throws Exception {
        server = EmbeddedPostgres.builder()
                // Otherwise the server itself loses what it has acknowledged.
                .setServerConfig("synchronous_commit", "on")
                .start();
        data = query("SHOW data_directory");
        long process = Long.parseLong(
                Files.readAllLines(Path.of(data, "postmaster.pid")).get(0));
        control = ProcessHandle.of(process)
                .flatMap(found -> found.info().command())
                .map(command -> Path.of(command).resolveSibling("pg_ctl"))
                .orElseThrow();
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private String query(String select) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** With the options that it was started with. */
    private Void restart(String mode) throws Exception {
        String command = control + " restart -w -D " + data + " -m " + mode + " -l " + data + "/restart.log";
        // A server does not start as root.
        boolean isRoot = System.getProperty("user.name").equals("root");
        Process process = new ProcessBuilder((isRoot ? "unshare -U " + command : command).split(" "))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("restarts").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "immediate"})
    void commandsAreDoneOrNot(String mode) throws Exception {
        String schema = "restarted_" + mode;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        CliHarness orgctl = new CliHarness(Files.createTempDirectory(folder, mode))
                .set(
                        "ORGCTL_STORE",
                        "postgresql://postgres@localhost:" + server.getPort() + "/postgres?currentSchema=" + schema);
        orgctl.must("org", "create", "Acme");
        TreeSet<String> acknowledged = new TreeSet<>();
        Random random = new Random(7);
        int next = 0;
        for (int i = 0; i < RESTARTS; i++) {
            FutureTask<Void> restarting = new FutureTask<>(() -> restart(mode));
            int before = random.nextInt(10);
            for (int command = 0; command <= before || !restarting.isDone(); command++) {
                if (command == before) {
                    new Thread(restarting).start();
                }
                String slug = "p" + next++;
                CliHarness.Outcome created = orgctl.run("project", "create", slug, "--org", "acme");
                assertThat(created.exit()).as(created.toString()).isIn(0, 7);
                if (created.exit() == 0) {
                    acknowledged.add(slug);
                }
            }
            restarting.get();
            List<String> there = orgctl.must(
                            "project", "list", "--org", "acme", "-o", "csv", "--fields", "slug", "--no-header")
                    .lines()
                    .toList();
            assertThat(there).containsAll(acknowledged);
            assertThat(orgctl.must("env", "list", "--org", "acme", "-o", "ids")).hasLineCount(2 * there.size());
            orgctl.must("store", "check");
            orgctl.must("audit", "verify");
        }
    }
}
