package io.github.orgctl.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.store.PostgresPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup is restored completely, or nothing is changed. */
class StoreRestoreTest {
    private static final String SOUND = "all(.ok or .check == \"folder permissions\")";
    private static final int PART = 64 * 1024;

    /** A pair of keys that protects nothing. */
    private static final String RECIPIENT = "age1fwezdxk8f02kt29ep9afnhw9ev79r0rrerac2g27e5756ql4werqckp6ff";

    private static final String IDENTITY = "AGE-SECRET-KEY-1WRADYS8VV5LQ5FLH5SPVZURYARCEV36HXXMRX2QG99SW85RKJALSVFNTMU";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void install() {
        orgctl = new CliHarness(folder);
    }

    private String lastRevision(String environment) {
        return orgctl.must("env", "show", environment, "--jq", ".revision").strip();
    }

    private Path file(String name) {
        return orgctl.work().resolve(name);
    }

    private void smallStore() {
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        for (int i = 1; i <= 5; i++) {
            orgctl.must("config", "set", "number=" + i, "--env", "website:sandbox");
        }
    }

    @ParameterizedTest
    @CsvSource({"sqlite,sqlite", "sqlite,ndjson", "postgresql,ndjson"})
    void bringsEverythingBack(String kind, String format) throws Exception {
        String from = kind.equals("sqlite") ? "from.db" : PostgresPlace.fresh().address();
        FilledStore.fill(orgctl, from);
        orgctl.must("store", "backup", "backup", "--format", format, "--store", from);
        for (String to : List.of("to.db", PostgresPlace.fresh().address())) {
            orgctl.must("store", "restore", "backup", "--store", to);
            for (String look : List.of(
                    "billing usage list --env acme/website:live -o json",
                    "export -o json --org acme",
                    "token list --org acme -o ids",
                    "secret reveal inside --env acme/website:sandbox")) {
                assertThat(orgctl.must((look + " --store " + to).split(" ")))
                        .as(look)
                        .isEqualTo(orgctl.must((look + " --store " + from).split(" ")))
                        .isNotEmpty();
            }
            assertThat(orgctl.run("store", "check", "--jq", SOUND, "--store", to)
                            .out())
                    .isEqualTo("true\n");
            assertThat(orgctl.run("audit", "verify", "--store", to).exit()).isZero();
            orgctl.must("config", "set", "more=1", "--env", "acme/website:sandbox", "--store", to);
            assertThat(orgctl.run("store", "check", "--jq", SOUND, "--store", to)
                            .out())
                    .isEqualTo("true\n");
            assertThat(orgctl.run("audit", "verify", "--store", to).exit()).isZero();
        }
    }

    @Test
    void isConfirmedAndKeepsWhatItReplaces() throws IOException {
        smallStore();
        orgctl.must("store", "backup", "backup.db");
        orgctl.must("config", "set", "number=later", "--env", "website:sandbox");
        for (String[] unconfirmed : new String[][] {
            {"store", "restore", "backup.db"}, {"store", "restore", "backup.db", "--confirm", "other.db"}
        }) {
            CliHarness.Outcome outcome = orgctl.run(unconfirmed);
            assertThat(outcome.exit()).isEqualTo(8);
            assertThat(outcome.err()).contains("--confirm orgctl.db");
        }
        orgctl.must("store", "restore", "backup.db", "--confirm", "orgctl.db", "--dry-run");
        assertThat(orgctl.must("config", "get", "number", "--env", "website:sandbox"))
                .isEqualTo("later\n");
        String kept = orgctl.must("store", "restore", "backup.db", "--confirm", "orgctl.db", "--jq", ".replaced")
                .strip();
        assertThat(orgctl.must("config", "get", "number", "--env", "website:sandbox"))
                .isEqualTo("5\n");
        assertThat(orgctl.must("config", "get", "number", "--env", "acme/website:sandbox", "--store", kept))
                .isEqualTo("later\n");
        orgctl.must("env", "undo", "website:sandbox");
        assertThat(orgctl.must("config", "get", "number", "--env", "website:sandbox"))
                .isEqualTo("4\n");
        // What was kept is a backup as well.
        orgctl.must("store", "restore", kept, "--confirm", "orgctl.db");
        assertThat(orgctl.must("config", "get", "number", "--env", "website:sandbox"))
                .isEqualTo("later\n");
        assertThat(orgctl.must("audit", "list", "--all-orgs", "--action", "store.restore", "--jq", "length"))
                .isEqualTo("1\n");
    }

    /** What a revision changed is told by its number, which a restore leaves alone. */
    @Test
    void secretsKeepTheirVersions() {
        smallStore();
        for (String value : List.of("one", "two")) {
            orgctl.typing(value).must("secret", "set", "a", "--env", "website:sandbox");
        }
        String look = "secret history a --env acme/website:sandbox -o json";
        String before = orgctl.must(look.split(" "));
        String keys = orgctl.must("store", "backup", "backup.db", "--jq", ".keys[]");
        assertThat(keys).matches("[0-9]+\n");
        orgctl.must("store", "restore", "backup.db", "--confirm", "orgctl.db");
        assertThat(orgctl.must(look.split(" "))).isEqualTo(before);
        orgctl.must("env", "rollback", "website:sandbox", "--to", "7");
        assertThat(orgctl.must("secret", "reveal", "a", "--env", "website:sandbox"))
                .isEqualTo("one\n");
    }

    /** A number from before a restore never means a revision from after it. */
    @Test
    void revisionsNeverRunBackwards() {
        smallStore();
        orgctl.must("store", "backup", "backup.db");
        String saved = lastRevision("website:sandbox");
        orgctl.must("config", "set", "number=6", "--env", "website:sandbox");
        orgctl.must("config", "set", "number=7", "--env", "website:sandbox");
        String lost = lastRevision("website:sandbox");
        orgctl.must("org", "update", "acme", "--description", "more");
        for (int restores = 0; restores < 2; restores++) {
            orgctl.must("store", "restore", "backup.db", "--confirm", "orgctl.db");
            orgctl.must("config", "set", "number=other", "--env", "website:sandbox");
            orgctl.must("config", "set", "number=another", "--env", "website:sandbox");
            for (String before : new String[] {saved, lost}) {
                assertThat(orgctl.run("config", "set", "number=8", "--env", "website:sandbox", "--if-revision", before)
                                .exit())
                        .isEqualTo(4);
            }
            lost = lastRevision("website:sandbox");
            for (String[] edit : new String[][] {
                {"org", "update", "acme", "--description", "x", "--if-revision", "1"},
                {"project", "update", "website", "--description", "x", "--if-revision", "1"},
                {"billing", "update", "--email", "a@example.com", "--if-revision", "1"}
            }) {
                assertThat(orgctl.run(edit).exit()).as(String.join(" ", edit)).isEqualTo(4);
            }
            assertThat(orgctl.must("env", "undo", "website:sandbox", "--jq", ".[].after"))
                    .contains("other");
        }
        assertThat(orgctl.run("store", "check", "--jq", SOUND).out()).isEqualTo("true\n");
    }

    @Test
    void aPlanFromBeforeIsNotApplied() throws IOException {
        smallStore();
        Files.writeString(file("new.yaml"), """
                apiVersion: orgctl/v1
                kind: Organization
                slug: globex
                name: Globex
                """);
        assertThat(orgctl.run("plan", "-f", "new.yaml", "--out", "saved.plan").exit())
                .isEqualTo(1);
        orgctl.must("store", "backup", "backup.db");
        orgctl.must("store", "restore", "backup.db", "--confirm", "orgctl.db");
        CliHarness.Outcome outcome = orgctl.run("apply", "saved.plan");
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.err()).contains("restored");
        assertThat(orgctl.run("org", "show", "globex").exit()).isEqualTo(3);
    }

    /** Wherever a dump was cut, it is refused. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCutDumpChangesNothing(boolean encrypted) throws IOException {
        smallStore();
        orgctl.must("config", "set", "long=" + "x".repeat(50_000), "--env", "website:sandbox");
        orgctl.must("config", "set", "longer=" + "y".repeat(50_000), "--env", "website:sandbox");
        Files.writeString(file("key"), "# comment\n" + IDENTITY + "\n");
        List<String> backup = new ArrayList<>(List.of("store", "backup", "whole", "--format", "ndjson"));
        if (encrypted) {
            backup.addAll(List.of("--encrypt-to", RECIPIENT));
        }
        orgctl.must(backup.toArray(String[]::new));
        byte[] whole = Files.readAllBytes(file("whole"));
        byte[] store = Files.readAllBytes(orgctl.storeFile());
        for (int cut : cuts(whole, encrypted)) {
            Files.write(file("cut"), Arrays.copyOf(whole, cut));
            CliHarness.Outcome outcome =
                    orgctl.run("store", "restore", "cut", "--confirm", "orgctl.db", "--identity", "key");
            assertThat(outcome.exit())
                    .as("cut at " + cut + ": " + outcome.err())
                    .isEqualTo(9);
        }
        assertThat(Files.readAllBytes(orgctl.storeFile())).isEqualTo(store);
        orgctl.must("store", "restore", "whole", "--confirm", "orgctl.db", "--identity", "key");
    }

    private static List<Integer> cuts(byte[] whole, boolean encrypted) {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i < whole.length - 1; i++) {
            boolean lineEnd = !encrypted && whole[i] == '\n';
            if (lineEnd || i % PART == 0) {
                cuts.add(i + 1);
            }
        }
        return cuts;
    }

    @Test
    void aChangedDumpIsRefused() throws IOException {
        smallStore();
        orgctl.must("store", "backup", "whole", "--format", "ndjson");
        String whole = Files.readString(file("whole"));
        for (String[] change : new String[][] {
            {"\"Website\"", "\"Webside\""},
            {"{\"counts\"", "[]\n{\"counts\""},
            {"\"schemaVersion\":", "\"schemaVersion\":99"},
            {"\"orgctlDump\":1", "\"orgctlDump\":2"},
            {"\"orgctlDump\":1", "\"orgctlDump\":\"1\""},
            {"\"table\":\"project\"", "\"table\":\"projects\""},
            {"null", "nul"}
        }) {
            assertThat(whole).contains(change[0]);
            Files.writeString(file("changed"), whole.replace(change[0], change[1]));
            CliHarness.Outcome outcome = orgctl.run("store", "restore", "changed", "--confirm", "orgctl.db");
            assertThat(outcome.exit()).as(change[1] + ": " + outcome.err()).isEqualTo(9);
        }
    }

    /** Each damage of a backup is found, or its content is as it was. */
    @Test
    void aFlippedByteOfABackupIsNotRestored() throws IOException {
        smallStore();
        orgctl.must("store", "backup", "backup.db");
        String before = orgctl.must("export", "-o", "json");
        byte[] bytes = Files.readAllBytes(file("backup.db"));
        int refused = 0;
        for (int at = 0; at < bytes.length; at += 512 * 9) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 0x10;
            Files.write(file("flipped.db"), flipped);
            CliHarness.Outcome outcome = orgctl.run("store", "restore", "flipped.db", "--store", "to.db");
            if (outcome.exit() == 0) {
                assertThat(orgctl.must("export", "-o", "json", "--org", "acme", "--store", "to.db"))
                        .isEqualTo(before);
            } else {
                assertThat(outcome.exit()).as(outcome.err()).isEqualTo(9);
                assertThat(file("to.db")).doesNotExist();
                refused++;
            }
            for (String suffix : new String[] {"", "-wal", "-shm"}) {
                Files.deleteIfExists(file("to.db" + suffix));
            }
        }
        assertThat(refused).isPositive();
    }

    /** Whoever is told that a change was made after the restore finds it there. */
    @Test
    void changesGoOnMeanwhile() throws Exception {
        smallStore();
        orgctl.must("store", "backup", "backup.db");
        AtomicBoolean isOver = new AtomicBoolean();
        FutureTask<Integer> changes = new FutureTask<>(() -> {
            int number = 0;
            boolean isLater = false;
            while (!isLater) {
                // The last change begins after the last restore.
                isLater = isOver.get();
                number++;
                orgctl.must("config", "set", "loop=" + number, "at." + number + "=1", "--env", "website:sandbox");
            }
            return number;
        });
        new Thread(changes).start();
        for (int i = 0; i < 3; i++) {
            orgctl.must("store", "restore", "backup.db", "--confirm", "orgctl.db");
        }
        isOver.set(true);
        int last = changes.get();
        assertThat(orgctl.must("config", "get", "loop", "--env", "website:sandbox"))
                .isEqualTo(last + "\n");
        // Of those that it does not take back, a restore loses none.
        String complete = "map(.key | select(startswith(\"at.\")) | .[3:] | tonumber) | length == max - min + 1";
        assertThat(orgctl.must("config", "list", "--env", "website:sandbox", "--jq", complete))
                .isEqualTo("true\n");
        assertThat(orgctl.run("store", "check", "--jq", SOUND).out()).isEqualTo("true\n");
        assertThat(orgctl.run("audit", "verify").exit()).isZero();
    }

    @Test
    void theWrongKeyOpensNothing() throws IOException {
        smallStore();
        orgctl.must("store", "backup", "dump", "--format", "ndjson", "--encrypt-to", RECIPIENT);
        assertThat(new String(Files.readAllBytes(file("dump")), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1\n")
                .doesNotContain("Acme");
        assertThat(orgctl.run("store", "restore", "dump", "--store", "to.db").err())
                .contains("--identity FILE");
        Files.writeString(file("key"), IDENTITY.replace("WRADY", "QQQQQ"));
        CliHarness.Outcome outcome = orgctl.run("store", "restore", "dump", "--store", "to.db", "--identity", "key");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).doesNotContain("AGE-SECRET");
        outcome = orgctl.run("store", "backup", "x", "--format", "ndjson", "--encrypt-to", IDENTITY);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).doesNotContain("AGE-SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "empty", "other.db", "."})
    void whatIsNoBackupIsRefused(String name) throws Exception {
        Files.writeString(file("notes"), "milk");
        Files.writeString(file("empty"), "");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file("other.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (x)");
        }
        CliHarness.Outcome outcome = orgctl.run("store", "restore", name);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(name.equals(".") ? 2 : 9);
        assertThat(orgctl.storeFile()).doesNotExist();
    }

    @Test
    void aServerThatIsNotEmptyIsLeftAlone() throws SQLException {
        String server = PostgresPlace.fresh().address();
        orgctl.must("org", "create", "Other", "--store", server);
        smallStore();
        orgctl.must("store", "backup", "backup.db");
        CliHarness.Outcome outcome =
                orgctl.run("store", "restore", "backup.db", "--store", server, "--confirm", "postgres");
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(orgctl.must("org", "list", "--jq", ".[].slug", "--store", server))
                .isEqualTo("other\n");
    }

    /** Other tests have temporary files at the same time, which go in the end. */
    @Test
    @Timeout(120)
    void nothingTemporaryIsLeft() throws IOException {
        smallStore();
        orgctl.must("store", "backup", "backup.db");
        Set<Path> before = temporary();
        orgctl.must("store", "restore", "backup.db", "--confirm", "orgctl.db");
        orgctl.run("store", "restore", "backup.db");
        Set<Path> left = temporary();
        left.removeAll(before);
        while (left.stream().anyMatch(Files::exists) && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("orgctl-"))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
