package io.github.orgctl.bench;

import io.github.orgctl.cli.app.Cli;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Io;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How a store's size and its writers tell on the time of a command; see {@code src/bench/scale.sh}, which starts it.
 * Commands run in this process, without the start of a JVM each.
 *
 * <pre>
 *   ScaleBench sizes STORE PROJECTS...                makes a store, lets it grow, and times commands at each size
 *   ScaleBench writers STORE ORGANIZATIONS CHANGES    16 threads change projects of so many organizations
 *   ScaleBench usage STORE RECORDS                    adds usage, and times what reads it
 *   ScaleBench events STORE EVENTS                    adds audit events, and times what reads them
 * </pre>
 */
public final class ScaleBench {
    private static final PrintStream OUT = System.out;
    private static final int SMALL_ORGANIZATIONS = 100;
    private static final int REPEATED = 60;
    private static final int WRITERS = 16;
    private static final int BATCH = 10_000;

    private final String store;
    private final Random random = new Random(5);
    private int changes;

    private ScaleBench(String store) {
        this.store = store;
    }

    public static void main(String[] arguments) throws Exception {
        ScaleBench bench = new ScaleBench(arguments[1]);
        switch (arguments[0]) {
            case "sizes" -> bench.sizes(Arrays.copyOfRange(arguments, 2, arguments.length));
            case "writers" -> bench.writers(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "usage" -> bench.usage(Integer.parseInt(arguments[2]));
            case "events" -> bench.events(Integer.parseInt(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    // Commands

    private String run(String commandLine) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        run(commandLine, out, err);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void run(String commandLine, OutputStream out, ByteArrayOutputStream err) {
        Io io = new Io(new ByteArrayInputStream(new byte[0]), out, err, false, false, false);
        Map<String, String> environment = Map.of("ORGCTL_STORE", store, "HOME", "/nonexistent", "USER", "bench");
        int exit = Cli.run(commandLine.split(" "), Host.system(io, environment));
        if (exit != 0) {
            throw new IllegalStateException(commandLine + ": " + exit + " " + err.toString(StandardCharsets.UTF_8));
        }
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /** The median time of a command in milliseconds, and its longest. */
    private double[] timed(Callable<String> next) throws Exception {
        long[] times = new long[REPEATED];
        for (int i = 0; i < REPEATED; i++) {
            String commandLine = next.call();
            long began = System.nanoTime();
            run(commandLine);
            times[i] = System.nanoTime() - began;
        }
        Arrays.sort(times);
        return new double[] {millis(times[REPEATED / 2]), millis(times[REPEATED - 1])};
    }

    private double seconds(String commandLine) {
        long began = System.nanoTime();
        run(commandLine, OutputStream.nullOutputStream(), new ByteArrayOutputStream());
        return (System.nanoTime() - began) / 1e9;
    }

    // Sizes

    private void sizes(String... counts) throws Exception {
        run("org create Big");
        for (int i = 1; i <= SMALL_ORGANIZATIONS; i++) {
            run("org create Small-" + i);
        }
        for (int i = 0; i < REPEATED; i++) {
            run("org list");
        }
        OUT.println("| projects | env show | config set | project create | list 20 | list all | rows a second |");
        OUT.println("|---|---|---|---|---|---|---|");
        int have = 0;
        for (String count : counts) {
            int projects = Integer.parseInt(count);
            long began = System.nanoTime();
            grow(have, projects);
            System.err.printf("%,d projects inserted in %.1f s%n", projects - have, (System.nanoTime() - began) / 1e9);
            have = projects;
            int known = projects;
            double[] show = timed(() -> "env show " + someProject(known) + ":live -o json");
            double[] set = timed(() -> "config set a=" + changes++ + " --env " + someProject(known) + ":sandbox");
            double[] create = timed(() -> "project create New-" + known + "-" + changes++ + " --org big");
            double[] page = timed(() -> "project list --all-orgs --limit 20 --after " + someProject(known));
            double all = seconds("project list --all-orgs -o ndjson");
            OUT.printf(
                    "| %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f s | %,.0f |%n",
                    projects, show[0], set[0], create[0], page[0], all, projects / all);
        }
    }

    /** Half of the projects are in one organization, the others in many. */
    private String someProject(int count) {
        int number = 1 + random.nextInt(count);
        return (number % 2 == 0 ? "big" : "small-" + (1 + number % SMALL_ORGANIZATIONS)) + "/p-" + number;
    }

    private boolean isServer() {
        return store.startsWith("postgres");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(isServer() ? "jdbc:" + store : "jdbc:sqlite:" + store);
    }

    /** Past the program, as rows, so that a million does not take an hour. */
    private void grow(int from, int to) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String numbers = isServer()
                    ? "generate_series(" + (from + 1) + ", " + to + ") AS s(n)"
                    : "(WITH RECURSIVE s(n) AS (SELECT " + (from + 1) + " UNION ALL SELECT n + 1 FROM s WHERE n < " + to
                            + ") SELECT n FROM s) AS s";
            String owner =
                    "(SELECT id FROM organization WHERE slug = CASE WHEN n % 2 = 0 THEN 'big' ELSE 'small-' || (1 + n % "
                            + SMALL_ORGANIZATIONS + ") END)";
            statement.execute("INSERT INTO project (id, organization_id, slug, name, description, revision, created_at,"
                    + " updated_at) SELECT " + id("aa", "n") + ", " + owner
                    + ", 'p-' || n, 'P ' || n, '', 1, 1, 1 FROM "
                    + numbers);
            statement.execute("INSERT INTO project_owner (project_id, from_time, organization_id) SELECT "
                    + id("aa", "n") + ", 1, " + owner + " FROM " + numbers);
            for (String mode : List.of("sandbox", "live")) {
                statement.execute(
                        "INSERT INTO environment (id, project_id, mode, revision, created_at, updated_at) SELECT "
                                + id(mode.equals("live") ? "cc" : "bb", "n") + ", " + id("aa", "n") + ", '" + mode
                                + "', 1, 1, 1 FROM " + numbers);
            }
            statement.execute("UPDATE organization SET projects ="
                    + " (SELECT COUNT(*) FROM project p WHERE p.organization_id = organization.id)");
            connection.commit();
        }
    }

    private String id(String prefix, String number) {
        return "'" + prefix + "000000-0000-4000-8000-' || "
                + (isServer()
                        ? "lpad(CAST(" + number + " AS TEXT), 12, '0')"
                        : "substr('000000000000' || " + number + ", -12)");
    }

    // Writers

    private void writers(int organizations, int count) throws Exception {
        for (int i = 0; i < organizations; i++) {
            run("org create Writers-" + organizations + "-" + i);
            run("project create Web --org writers-" + organizations + "-" + i);
        }
        long rollbacks = rollbacks();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<Double>> slowest = new ArrayList<>();
        long began = System.nanoTime();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            slowest.add(threads.submit(() -> write(number, organizations, count / WRITERS)));
        }
        double longest = 0;
        for (Future<Double> each : slowest) {
            longest = Math.max(longest, each.get());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        threads.shutdown();
        long retries = rollbacks() - rollbacks;
        OUT.printf(
                "| %d | %,.0f | %s | %.0f ms |%n",
                organizations, count / seconds, isServer() ? "%.2f".formatted(retries / (double) count) : "-", longest);
    }

    private double write(int writer, int organizations, int count) {
        long longest = 0;
        for (int i = 0; i < count; i++) {
            String organization = "writers-" + organizations + "-" + (writer + i * WRITERS) % organizations;
            long began = System.nanoTime();
            run("config set key-" + writer + "=" + i + " --env " + organization + "/web:sandbox");
            longest = Math.max(longest, System.nanoTime() - began);
        }
        return millis(longest);
    }

    /** How many transactions the server has taken back; each that is tried again is one. */
    private long rollbacks() throws Exception {
        if (!isServer()) {
            return 0;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT conflicts.c FROM (SELECT xact_rollback AS c FROM pg_stat_database"
                                + " WHERE datname = current_database()) AS conflicts")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    // Usage

    private void usage(int count) throws Exception {
        run("org create Metered");
        run("project create Web --org metered");
        run("billing usage record --env metered/web:live --metric api --quantity 1");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            long began = System.nanoTime();
            statement.execute("INSERT INTO usage_record (series, environment, at, quantity)"
                    + " SELECT r.series, r.environment, r.at, 1000000 FROM generate_series(1, " + count
                    + ") AS s(n), (SELECT * FROM usage_record ORDER BY number DESC LIMIT 1) AS r");
            statement.execute("UPDATE usage_day SET units = units + " + count + ", records = records + " + count
                    + " WHERE series = (SELECT MAX(number) FROM usage_series)");
            OUT.printf("%,d usage records inserted in %.1f s%n", count, (System.nanoTime() - began) / 1e9);
        }
        for (String command : List.of(
                "billing statement --org metered",
                "billing usage summary --org metered",
                "billing usage record --env metered/web:live --metric api --quantity 1",
                "billing usage list --org metered --limit 20",
                "billing usage list --org metered -o ndjson")) {
            OUT.printf("| %s | %.2f s |%n", command, seconds(command));
        }
    }

    // Audit events

    /** Past the program, in batches, so that a million does not take a quarter of an hour. */
    private void log(Id organization, int count) throws SQLException {
        AuditHead head = new AuditHead(organization, 0, "0".repeat(64));
        try (Connection connection = DriverManager.getConnection("jdbc:" + store + "&reWriteBatchedInserts=true");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit_event (organization_id, sequence, event, hash) VALUES (?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            while (head.sequence() < count) {
                String text = AuditBench.event(organization, organization, head).text();
                head = new AuditHead(organization, head.sequence() + 1, Sha256.of(text));
                insert.setString(1, organization.value());
                insert.setLong(2, head.sequence());
                insert.setString(3, text);
                insert.setString(4, head.hash());
                insert.addBatch();
                if (head.sequence() % BATCH == 0 || head.sequence() == count) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private void events(int count) throws SQLException {
        Id organization = new Id("dd000000-0000-4000-8000-000000000000");
        // Brings the store's structure up to date.
        run("org create Logged");
        long began = System.nanoTime();
        log(organization, count);
        OUT.printf("%,d audit events inserted in %.1f s%n", count, (System.nanoTime() - began) / 1e9);
        for (String command : List.of(
                "audit list --org " + organization + " --limit 20",
                "audit list --org " + organization + " --since 2023-11-15T00:00:00Z --until 2023-11-15T01:00:00Z",
                "audit verify --org " + organization)) {
            OUT.printf("| %s | %.2f s |%n", command, seconds(command));
        }
    }
}
