package io.github.orgctl.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.PostgresPlace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs commands through a real PgBouncer; skipped if it is not installed. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PgBouncerTest {
    private static final int AT_ONCE = 8;

    @TempDir
    Path folder;

    private PostgresPlace place;
    private Process pooler;
    private int port;

    @BeforeEach
    void makePlace() throws SQLException {
        place = PostgresPlace.fresh();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (pooler != null) {
            pooler.destroy();
            pooler.waitFor();
        }
    }

    private void start(String mode) throws Exception {
        Path program = Path.of("/usr/sbin/pgbouncer");
        assumeTrue(Files.isExecutable(program), "needs pgbouncer");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path users = Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"postgres\"\n");
        Path settings = Files.writeString(
                folder.resolve("pgbouncer.ini"), """
                [databases]
                postgres = host=127.0.0.1 port=%d user=postgres password=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = plain
                auth_file = %s
                pool_mode = %s
                default_pool_size = 2
                """.formatted(PostgresPlace.port(), port, users, mode));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of(program.toString(), settings.toString()));
        if (System.getProperty("user.name").equals("root")) {
            // It does not run as root.
            command.addAll(1, List.of("-u", "postgres"));
        }
        pooler = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (!answers()) {
            assertThat(pooler.isAlive())
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();
            Thread.onSpinWait();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String pooled() {
        return place.address().replace("localhost:" + PostgresPlace.port(), "127.0.0.1:" + port);
    }

    private CliHarness orgctl(String name, String address) throws IOException {
        return new CliHarness(Files.createDirectories(folder.resolve(name))).set("ORGCTL_STORE", address);
    }

    private String query(String select) throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void commandsWorkAtOnce(String mode) throws Exception {
        start(mode);
        CliHarness orgctl = orgctl("first", pooled());
        orgctl.must("org", "create", "Acme");
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Integer>> made = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String name = "P" + i;
            Callable<Integer> work = () -> {
                orgctl.must("project", "create", name, "--org", "acme");
                orgctl.must(
                        "config", "set", "a=" + name, "--env", "acme/" + name.toLowerCase(Locale.ROOT) + ":sandbox");
                return orgctl.run("project", "list", "--org", "acme").exit();
            };
            made.add(threads.submit(work));
        }
        for (Future<Integer> each : made) {
            assertThat(each.get()).isZero();
        }
        threads.shutdown();
        CliHarness straight = orgctl("straight", place.address());
        straight.must("audit", "verify", "--org", "acme");
        straight.must("store", "check");
        assertThat(query("SELECT COUNT(*) FROM project")).isEqualTo(Integer.toString(AT_ONCE));
    }

    /** A result larger than the fetch size, which uses a cursor. */
    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void longListsAreWhole(String mode) throws Exception {
        start(mode);
        CliHarness orgctl = orgctl("first", pooled());
        orgctl.must("org", "create", "Acme");
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO organization SELECT (jsonb_populate_record(o, jsonb_build_object("
                    + "'id', gen_random_uuid()::text, 'slug', 'o' || n, 'name', 'O' || n))).*"
                    + " FROM organization o, generate_series(1, 5000) n");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(orgctl.must("org", "list", "-o", "ids").lines()).hasSize(5001);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void aWrongDatabaseOrLoginEndsAsStraight(String mode) throws Exception {
        start(mode);
        for (String[] wrong : new String[][] {{"/postgres?", "/none?"}, {"postgres:postgres@", "nobody:no@"}}) {
            CliHarness.Outcome pooled =
                    orgctl("first", pooled().replace(wrong[0], wrong[1])).run("org", "list");
            CliHarness.Outcome straight = orgctl("second", place.address().replace(wrong[0], wrong[1]))
                    .run("org", "list");
            assertThat(pooled.err()).startsWith("orgctl: error: the connection pooler refuses the login");
            assertThat(pooled.exit()).as(pooled.err() + straight.err()).isEqualTo(straight.exit());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void optionsThatThePoolerRefusesAreNamed(String mode) throws Exception {
        start(mode);
        CliHarness.Outcome outcome =
                orgctl("first", pooled() + "&options=-c%20work_mem=8MB").run("org", "list");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("options").contains("connect without the pooler");
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement"})
    void aPoolOfStatementsIsRefused(String mode) throws Exception {
        start(mode);
        CliHarness orgctl = orgctl("first", pooled()).set("PGCONNECT_TIMEOUT", "5");
        for (String command : new String[] {"org list", "org create Acme"}) {
            CliHarness.Outcome outcome = orgctl.run(command.split(" "));
            assertThat(outcome.err()).contains("configure the connection pooler for transaction or session pooling");
            assertThat(outcome.exit()).isEqualTo(74);
        }
        assertThat(query("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()"))
                .isEqualTo("0");
    }

    /** Settings of one transaction don't affect the next one on the same server connection. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction"})
    void nothingStaysForOthers(String mode) throws Exception {
        start(mode);
        orgctl("first", pooled()).must("org", "create", "Acme");
        Postgres postgres = new Postgres(PostgresAddress.parse(pooled(), Map.of()), null, 5000);
        var session = postgres.begin(Store.Purpose.READ);
        session.close();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?preferQueryMode=simple",
                        "postgres",
                        "postgres");
                Statement statement = connection.createStatement()) {
            for (String[] expected : new String[][] {
                {"transaction_isolation", "read committed"},
                {"lock_timeout", "0"},
                {"idle_in_transaction_session_timeout", "0"},
                {"search_path", "\"$user\", public"}
            }) {
                ResultSet rows = statement.executeQuery("SHOW " + expected[0]);
                rows.next();
                assertThat(rows.getString(1)).isEqualTo(expected[1]);
            }
        }
    }
}
