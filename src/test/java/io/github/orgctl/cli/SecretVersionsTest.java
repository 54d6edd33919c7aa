package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of secrets: kept, restored, bound to their place, and permanently deleted. */
class SecretVersionsTest {
    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void create() {
        orgctl = new CliHarness(folder).set("ORGCTL_MODE", "sandbox");
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website", "--use");
    }

    private void set(String key, String... values) {
        for (String value : values) {
            orgctl.typing(value).must("secret", "set", key);
        }
    }

    private String reveal(String key) {
        return orgctl.must("secret", "reveal", key).strip();
    }

    private String version(String key, int number) {
        return orgctl.must("secret", "reveal", key, "--version", Integer.toString(number))
                .strip();
    }

    private String versions(String key) {
        return orgctl.must("secret", "history", key, "-o", "ids")
                .replace("\n", " ")
                .strip();
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + orgctl.storeFile());
    }

    private List<String> ciphertexts() throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT value FROM environment_value WHERE kind = 'secret'"
                        + " UNION SELECT value FROM secret_version WHERE kind = 'secret'")) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The texts of which the beginning or the end is found anywhere in the store's files: long ones lie in pieces. */
    private List<String> found(List<String> texts) throws IOException {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.list(orgctl.storeFile().getParent())) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("orgctl.db"))
                    .toList()) {
                bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts.stream()
                .filter(text -> bytes.indexOf(text.substring(2, 42)) >= 0
                        || bytes.indexOf(text.substring(text.length() - 40)) >= 0)
                .toList();
    }

    @Test
    void everyVersionIsKeptAndBroughtBack() {
        set("k", "one", "two", "three");
        assertThat(versions("k")).isEqualTo("3 2 1");
        assertThat(version("k", 1)).isEqualTo("one");
        String history = orgctl.must("secret", "history", "k", "-o", "json");
        assertThat(history).doesNotContain("one", "two", "three").contains("\"actor\"", "\"digest\"");
        CliHarness.Outcome back = orgctl.run("secret", "rollback", "k", "--to", "1");
        assertThat(back.exit()).isZero();
        assertThat(back.out() + back.err()).doesNotContain("one");
        assertThat(reveal("k")).isEqualTo("one");
        assertThat(versions("k")).isEqualTo("4 3 2 1");
        assertThat(orgctl.run("secret", "rollback", "k", "--to", "1").err()).contains("nothing to change");
        assertThat(orgctl.run("secret", "reveal", "k", "--version", "9").exit()).isEqualTo(3);
    }

    @Test
    void removedSecretsComeBack() {
        set("k", "one");
        orgctl.must("secret", "unset", "k");
        assertThat(versions("k")).isEqualTo("1");
        orgctl.must("secret", "rollback", "k", "--to", "1");
        assertThat(reveal("k")).isEqualTo("one");
        assertThat(versions("k")).isEqualTo("2 1");
        orgctl.must("secret", "unset", "k");
        set("k", "again");
        assertThat(versions("k")).isEqualTo("3 2 1");
    }

    @Test
    void aRollbackOfTheEnvironmentRestoresItsSecrets() {
        set("a", "one");
        set("b", "other");
        orgctl.must("config", "set", "v=1");
        set("a", "two");
        orgctl.must("secret", "unset", "b");
        orgctl.must("config", "set", "v=2");
        set("c", "new");
        orgctl.must("env", "rollback", "--to", "4");
        assertThat(reveal("a")).isEqualTo("one");
        assertThat(reveal("b")).isEqualTo("other");
        assertThat(orgctl.must("secret", "list", "-o", "ids")).isEqualTo("a\nb\n");
        assertThat(orgctl.must("config", "get", "v")).isEqualTo("1\n");
        orgctl.must("env", "undo");
        assertThat(reveal("a")).isEqualTo("two");
        assertThat(reveal("c")).isEqualTo("new");
        assertThat(orgctl.run("store", "check").exit()).isZero();
        assertThat(orgctl.run("audit", "verify").exit()).isZero();
    }

    @Test
    void whatIsNoLongerKeptStaysAndIsNamed() {
        set("k", "one", "two", "three");
        orgctl.typing("").must("secret", "set", "k", "--keep-versions", "1");
        CliHarness.Outcome back = orgctl.run("env", "rollback", "--to", "2");
        assertThat(back.exit()).isZero();
        assertThat(back.err()).contains("no longer kept stay as they are: k");
        assertThat(reveal("k")).isEqualTo("three");
    }

    @Test
    void aRollbackAtTheLimitFindsItsTarget() {
        set("k", "one", "two");
        orgctl.typing("").must("secret", "set", "k", "--keep-versions", "2");
        orgctl.must("secret", "rollback", "k", "--to", "1");
        assertThat(reveal("k")).isEqualTo("one");
        assertThat(versions("k")).isEqualTo("3 2");
        assertThat(version("k", 2)).isEqualTo("two");
    }

    @Test
    void aLowerLimitDeletesAtOnceAndLeavesNoCopy() throws Exception {
        set("k", "1", "2", "3", "4", "5");
        List<String> texts = ciphertexts();
        assertThat(orgctl.typing("")
                        .run("secret", "set", "k", "--keep-versions", "0")
                        .exit())
                .isEqualTo(2);
        orgctl.typing("").must("secret", "set", "k", "--keep-versions", "2");
        assertThat(versions("k")).isEqualTo("5 4");
        assertThat(orgctl.run("secret", "reveal", "k", "--version", "1").exit()).isEqualTo(3);
        assertThat(found(texts)).hasSize(2).isSubsetOf(ciphertexts());
        set("k", "6");
        assertThat(versions("k")).isEqualTo("6 5");
    }

    @Test
    void tenVersionsAreKept() {
        for (int i = 1; i <= 12; i++) {
            set("k", "value " + i);
        }
        assertThat(versions("k")).isEqualTo("12 11 10 9 8 7 6 5 4 3");
    }

    @Test
    void purgedSecretsAreInNoFile() throws Exception {
        for (int i = 0; i < 40; i++) {
            set("k" + i % 8 + "." + "x".repeat(1 + i % 8), "value " + i + " " + "v".repeat(50 * i));
        }
        List<String> texts = ciphertexts();
        assertThat(texts).hasSize(40);
        assertThat(found(texts)).hasSize(40);
        String[] keys = orgctl.must("secret", "list", "-o", "ids").split("\n");
        List<String> words = new ArrayList<>(List.of("secret", "unset", "--purge"));
        words.addAll(List.of(keys));
        orgctl.must(words.toArray(new String[0]));
        assertThat(found(texts)).isEmpty();
        assertThat(orgctl.run("secret", "history", keys[0]).exit()).isEqualTo(3);
        assertThat(orgctl.run("secret", "unset", "--purge", keys[0]).exit()).isEqualTo(3);
        assertThat(orgctl.run("store", "check").exit()).isZero();
    }

    @Test
    void aReaderHoldsBackTheScrubAndIsNamed() throws Exception {
        set("k", "one", "two");
        List<String> texts = ciphertexts();
        try (Connection reader = connection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM environment_value").next();
            CliHarness.Outcome held = orgctl.run("secret", "unset", "k", "--purge", "--wait", "1s");
            assertThat(held.exit()).isEqualTo(7);
            assertThat(held.err()).contains("deleted, not yet scrubbed", "--if-exists");
            set("other", "1", "2");
            CliHarness.Outcome saved =
                    orgctl.typing("").run("secret", "set", "other", "--keep-versions", "1", "--wait", "1s");
            assertThat(saved.exit()).isZero();
            assertThat(saved.err()).contains("saved, but");
        }
        orgctl.must("secret", "unset", "k", "--purge", "--if-exists");
        assertThat(found(texts)).isEmpty();
    }

    @Test
    void aStoreFromBeforeIsRewrittenOnce() throws Exception {
        set("old", "x".repeat(20_000));
        set("k", "one");
        List<String> texts = ciphertexts();
        change(
                "PRAGMA secure_delete = OFF",
                "DELETE FROM environment_value WHERE key = 'old'",
                "UPDATE store SET scrubbed = 0");
        orgctl.must("secret", "unset", "k", "--purge");
        assertThat(found(texts)).isEmpty();
    }

    @Test
    void versionsThatWereSwappedAreRefused() throws Exception {
        set("k", "one", "two", "three");
        change(
                "CREATE TABLE swapped AS SELECT * FROM secret_version",
                "UPDATE secret_version SET value = (SELECT s.value FROM swapped s WHERE s.version = 3 - secret_version.version)",
                "DROP TABLE swapped");
        assertThat(orgctl.run("secret", "reveal", "k", "--version", "1").exit()).isEqualTo(9);
        assertThat(orgctl.run("secret", "rollback", "k", "--to", "2").exit()).isEqualTo(9);
        change("UPDATE environment_value SET value = (SELECT v.value FROM secret_version v WHERE v.version = 1)"
                + " WHERE kind = 'secret'");
        assertThat(orgctl.run("secret", "reveal", "k").exit()).isEqualTo(9);
    }

    private String history(String key) {
        return orgctl.must("secret", "history", key, "-o", "csv", "--fields", "version,current,at,actor,revision");
    }

    @Test
    void aRenameTakesEveryVersionAlong() throws Exception {
        set("k", "one", "two");
        orgctl.must("secret", "set", "k", "--ref", "env:NAME");
        set("k", "four", "one");
        String before = history("k");
        orgctl.at(CliHarness.START.plusSeconds(60));
        orgctl.must("config", "rename", "k", "new.k");
        assertThat(history("new.k")).isEqualTo(before);
        assertThat(orgctl.run("secret", "history", "k").exit()).isEqualTo(3);
        assertThat(version("new.k", 2)).isEqualTo("two");
        assertThat(orgctl.must("secret", "history", "new.k", "--jq", "[.[] | .digest] | .[0] == .[4] and .[0] != .[3]"))
                .isEqualTo("true\n");
        orgctl.must("secret", "rotate-key", "--forget-old-keys");
        orgctl.must("secret", "rollback", "new.k", "--to", "2");
        assertThat(reveal("new.k")).isEqualTo("two");
        orgctl.must("config", "rename", "new.k", "third");
        orgctl.must("config", "rename", "third", "k");
        assertThat(versions("k")).isEqualTo("6 5 4 3 2 1");
        assertThat(orgctl.run("store", "check").exit()).isZero();
        List<String> texts = ciphertexts();
        orgctl.must("secret", "unset", "k", "--purge");
        assertThat(found(texts)).isEmpty();
        assertThat(ciphertexts()).isEmpty();
    }

    @Test
    void aRollbackFindsWhatWasRenamed() {
        set("k", "one", "two");
        orgctl.typing("").must("secret", "set", "k", "--keep-versions", "5", "--expires", "2099-01-01");
        orgctl.must("config", "rename", "k", "between");
        orgctl.must("config", "rename", "between", "last");
        set("k", "other");
        set("last", "three");
        orgctl.must("env", "rollback", "--to", "2");
        assertThat(reveal("k")).isEqualTo("one");
        assertThat(orgctl.must("secret", "list", "-o", "ids")).isEqualTo("k\n");
        assertThat(versions("last")).isEqualTo("3 2 1");
        assertThat(orgctl.must("secret", "due", "--within", "40000d", "-o", "ids"))
                .isNotEmpty();
        orgctl.must("env", "rollback", "--to", "4");
        assertThat(orgctl.must("secret", "list", "-o", "ids")).isEqualTo("between\n");
        assertThat(reveal("between")).isEqualTo("two");
        assertThat(orgctl.run("store", "check").exit()).isZero();
    }

    @Test
    void aRenameToAKeyWithVersionsKeepsBoth() {
        set("old", "a", "b");
        orgctl.typing("").must("secret", "set", "old", "--keep-versions", "2", "--expires", "2099-01-01");
        orgctl.must("secret", "unset", "old");
        set("k", "1", "2", "3");
        orgctl.must("config", "rename", "k", "old");
        assertThat(versions("old")).isEqualTo("5 4 3 2 1");
        assertThat(version("old", 2)).isEqualTo("b");
        assertThat(version("old", 3)).isEqualTo("1");
        assertThat(orgctl.must("secret", "due", "--within", "40000d", "-o", "ids"))
                .isEmpty();
        orgctl.must("env", "rollback", "--to", "2");
        assertThat(reveal("old")).isEqualTo("a");
        orgctl.must("env", "rollback", "--to", "6");
        assertThat(reveal("k")).isEqualTo("2");
    }

    @Test
    void aPurgedValueIsNotFoundUnderAnotherKey() {
        set("k", "same");
        set("other", "same");
        orgctl.must("secret", "unset", "k", "--purge");
        CliHarness.Outcome back = orgctl.run("env", "rollback", "--to", "3");
        assertThat(back.err()).contains("k");
        assertThat(orgctl.must("secret", "list", "-o", "ids")).isEqualTo("other\n");
    }

    @Test
    void aNewKeyEncryptsEveryVersionAlsoInTheTrash() throws Exception {
        set("k", "one", "two");
        orgctl.must("project", "create", "Old");
        for (String value : List.of("a", "b")) {
            orgctl.typing(value).must("secret", "set", "s", "--env", "old:sandbox");
        }
        orgctl.must("project", "delete", "old", "--confirm", "old");
        List<String> texts = ciphertexts();
        assertThat(orgctl.must("secret", "rotate-key", "--forget-old-keys", "--jq", ".secrets"))
                .isEqualTo("4\n");
        assertThat(found(texts)).isEmpty();
        assertThat(version("k", 1)).isEqualTo("one");
        assertThat(reveal("k")).isEqualTo("two");
        orgctl.must("project", "restore", "old");
        assertThat(orgctl.must("secret", "reveal", "s", "--version", "1", "--env", "old:sandbox"))
                .isEqualTo("a\n");
        orgctl.must("org", "create", "Globex");
        orgctl.must("project", "move", "old", "--to", "globex");
        assertThat(orgctl.must("secret", "reveal", "s", "--version", "1", "--env", "globex/old:sandbox"))
                .isEqualTo("a\n");
    }

    @Test
    void digestsTellNothingOfOtherEnvironments() {
        set("a", "same");
        set("b", "same");
        orgctl.typing("same").must("secret", "set", "a", "--mode", "live");
        String digests = orgctl.must("secret", "list", "--jq", ".[].digest")
                + orgctl.must("secret", "list", "--mode", "live", "--jq", ".[].digest");
        assertThat(digests.split("\n")).doesNotHaveDuplicates().hasSize(3);
        orgctl.typing("other").must("secret", "set", "b", "--mode", "live");
        assertThat(orgctl.run("env", "diff").err()).contains("no differences");
    }
}
