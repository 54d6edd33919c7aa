package io.github.orgctl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server from Debian's package, with its own data directory. */
final class DebianServer {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final Path programs;
    private final Path folder;
    final int port;

    private DebianServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts a server. Skips the test if it is not installed; in CI it must be.
     *
     * @param folder an empty directory
     */
    static DebianServer start(Path folder) throws IOException, InterruptedException {
        Path programs = programs();
        assertThat(programs != null || System.getenv("CI") == null)
                .as("PostgreSQL in " + VERSIONS)
                .isTrue();
        assumeTrue(programs != null, "needs PostgreSQL in " + VERSIONS);
        DebianServer server = new DebianServer(programs, folder, freePort());
        server.initialize();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Directory of the newest version's programs, or null. */
    private static Path programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo)
                    .orElse(null);
        }
    }

    /**
     * Starts a standby that follows this server.
     *
     * @param place an empty directory
     */
    DebianServer standby(Path place) throws IOException, InterruptedException {
        DebianServer standby = new DebianServer(programs, place, freePort());
        standby.own();
        String from = "host=localhost user=postgres port=" + port;
        standby.program("pg_basebackup", "-d", from, "-D", standby.data(), "-R", "-c", "fast");
        standby.start();
        return standby;
    }

    private void own() throws IOException, InterruptedException {
        if (ROOT) {
            // The server refuses to run as root.
            run("chown", "postgres", folder.toString());
        }
    }

    private void initialize() throws IOException, InterruptedException {
        own();
        program("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "-N");
        start();
    }

    private void start() throws IOException, InterruptedException {
        String settings = "-p " + port + " -k " + folder + " -c fsync=off -c listen_addresses=localhost";
        program("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-o", settings, "-w", "start");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(new String[0]));
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("postgres", ".txt");
        try {
            // To a file: the server would keep a pipe open.
            int exit = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            assertThat(exit)
                    .as(String.join(" ", command) + ": " + Files.readString(output, StandardCharsets.UTF_8))
                    .isZero();
        } finally {
            Files.delete(output);
        }
    }

    /** Stops accepting connections without refusing them, until {@link #thaw}. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        List<String> status = Files.readAllLines(Path.of(data(), "postmaster.pid"));
        run("kill", name, status.get(0));
    }

    void stop() throws IOException, InterruptedException {
        program("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }
}
