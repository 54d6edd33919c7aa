package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is not a store, or can't be written, is refused by every command and stays unmodified. */
class DamagedStoreTest {
    private static final List<String> COMMAND_LINES = List.of(
            "org list",
            "org list -o json",
            "org create X",
            "org create X --dry-run",
            "org show acme",
            "org delete acme --confirm acme --if-exists",
            "project list --all-orgs",
            "env list --all-orgs",
            "use acme",
            "audit list --all-orgs",
            "audit list --all-orgs --follow",
            "audit verify",
            "audit export --all-orgs",
            "store info",
            "store check",
            "store backup copy.db",
            "store backup copy.ndjson --format ndjson");

    /** What takes the place of the store. */
    enum Impostor {
        TEXT,
        DIRECTORY,
        LINK_LOOP,
        PIPE,
        OTHER_DATABASE,
        NEWER_STORE,
        CUT_STORE,
        STORE_OVERWRITTEN_AT_ITS_HEAD
    }

    @TempDir
    Path folder;

    private CliHarness orgctl;
    private Path file;

    @BeforeEach
    void install() {
        orgctl = new CliHarness(folder);
        file = orgctl.storeFile();
    }

    private void make(Impostor impostor) throws Exception {
        Files.createDirectories(file.getParent());
        switch (impostor) {
            case TEXT -> Files.writeString(file, "These are notes.\n".repeat(500));
            case DIRECTORY -> Files.createDirectories(file.resolve("inside"));
            case LINK_LOOP -> Files.createSymbolicLink(file, file.getFileName());
            case PIPE -> new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
            case OTHER_DATABASE -> sql("CREATE TABLE t (x)", "INSERT INTO t VALUES (7)");
            default -> {
                orgctl.must("org", "create", "Acme");
                orgctl.must("project", "create", "Website", "--org", "acme");
                damage(impostor);
            }
        }
    }

    private void damage(Impostor impostor) throws Exception {
        switch (impostor) {
            case NEWER_STORE -> sql("PRAGMA user_version = 1000000");
            case CUT_STORE -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20_000));
            default -> {
                byte[] bytes = Files.readAllBytes(file);
                Arrays.fill(bytes, 100, 4096, (byte) 0x5a);
                Files.write(file, bytes);
            }
        }
    }

    private void sql(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** Every file there is with what is in it, but for those that SQLite keeps beside a store while it looks at it. */
    private Map<String, String> everything() throws IOException {
        Map<String, String> everything = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(orgctl.home())) {
            for (Path path : paths.filter(path -> !path.toString().matches(".*-(wal|shm)"))
                    .toList()) {
                everything.put(path.toString(), Files.isRegularFile(path) ? fingerprint(Files.readAllBytes(path)) : "");
            }
        }
        return everything;
    }

    private static String fingerprint(byte[] bytes) {
        return bytes.length + " bytes with the hash code " + Arrays.hashCode(bytes);
    }

    @ParameterizedTest
    @EnumSource(Impostor.class)
    void isRefusedUntouched(Impostor impostor) throws Exception {
        make(impostor);
        Map<String, String> before = everything();
        List<String> wrong = new ArrayList<>();
        for (String commandLine : COMMAND_LINES) {
            CliHarness.Outcome outcome = orgctl.run(commandLine.split(" "));
            boolean told = outcome.err().contains("error") && outcome.err().contains(file.toString());
            if (outcome.exit() != 9 || !outcome.out().isEmpty() || !told) {
                wrong.add(commandLine + ": " + outcome);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(orgctl.run("doctor").exit()).isEqualTo(1);
        assertThat(orgctl.run("__complete", "organization", "a")).isEqualTo(new CliHarness.Outcome(0, "", ""));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnInputOutputError() throws Exception {
        Path locked = Files.createDirectories(orgctl.work().resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(locked), "somebody may write everywhere");
        CliHarness.Outcome outcome = orgctl.run(
                "org", "create", "Acme", "--store", locked.resolve("x/y.db").toString());
        assertThat(outcome.exit()).isEqualTo(74);
        assertThat(locked).isEmptyDirectory();
    }

    @Test
    void aStoreThatCannotBeReadIsRefused() throws Exception {
        orgctl.must("org", "create", "Acme");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "somebody may read everything");
        assertThat(orgctl.run("org", "list").exit()).isEqualTo(74);
    }

    @Test
    void onlyAChangeThatSucceedsMakesAFile() {
        for (String commandLine : COMMAND_LINES) {
            if (!commandLine.matches("org (create|delete) .*") || commandLine.contains("--dry-run")) {
                orgctl.run(commandLine.split(" "));
            }
        }
        for (String commandLine :
                List.of("doctor", "status", "__complete organization a", "org update acme --name X")) {
            orgctl.run(commandLine.split(" "));
        }
        assertThat(orgctl.home()).isEmptyDirectory();
    }
}
