package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.store.PostgresPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots of values: when they are used, when they are refused, and what they never replace. */
class FallbackTest {
    private static final String SANDBOX = "acme/web:sandbox";
    private static final String SECRET = "p$1\\2$$ 'ä' ${x}\nlast";

    @TempDir
    Path folder;

    private CliHarness orgctl;
    private CuttingProxy proxy;

    @BeforeEach
    void create() throws Exception {
        PostgresPlace place = PostgresPlace.fresh();
        proxy = new CuttingProxy(PostgresPlace.port(), place::end);
        orgctl = new CliHarness(folder).set("ORGCTL_STORE", place.addressAt(proxy.port()));
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Web", "--org", "acme");
        orgctl.must("config", "set", "a.b=1", "c=two", "--env", SANDBOX);
        orgctl.typing(SECRET).must("secret", "set", "db.pw", "--env", SANDBOX, "--expires", "2026-01-02T05:00:00Z");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    private CliHarness.Outcome export(String... more) {
        List<String> words = new ArrayList<>(List.of("env", "export", SANDBOX, "--format", "json", "--with-secrets"));
        words.addAll(List.of("--fallback", "snapshot"));
        words.addAll(List.of(more));
        return orgctl.run(words.toArray(new String[0]));
    }

    private Path snapshot() {
        return orgctl.work().resolve("snapshot");
    }

    private CliHarness later(Duration time) {
        return orgctl.at(CliHarness.START.plus(time));
    }

    private void assertRefused(CliHarness.Outcome outcome, String why) {
        assertThat(outcome.exit()).isEqualTo(7);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("can't be reached", why).doesNotContain("last");
    }

    @Test
    void replacesAStoreThatCantBeReached() throws Exception {
        CliHarness.Outcome read = export();
        assertThat(read.exit()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(snapshot())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(snapshot())).doesNotContain("last", "two", "postgres:postgres");
        proxy.close();
        later(Duration.ofHours(3));
        CliHarness.Outcome kept = export();
        assertThat(kept.exit()).isZero();
        assertThat(kept.out()).isEqualTo(read.out());
        assertThat(kept.err())
                .contains("can't be reached", "revision 3 of " + SANDBOX + " from snapshot, read 2 hours ago")
                .contains("secrets have expired: db.pw");
    }

    @Test
    void startsAProgram() throws Exception {
        String[] run = {
            "env",
            "run",
            SANDBOX,
            "--fallback",
            "snapshot",
            "--",
            "sh",
            "-c",
            "printf %s \"$DB_PW\" >> " + folder + "/out"
        };
        assertThat(orgctl.run(run).exit()).isZero();
        proxy.close();
        assertThat(orgctl.run(run).exit()).isZero();
        assertThat(Files.readString(folder.resolve("out"))).isEqualTo(SECRET + SECRET);
    }

    @Test
    void isRenewedByEachRead() {
        export();
        orgctl.must("config", "set", "c=three", "--env", SANDBOX);
        later(Duration.ofDays(3));
        assertThat(export().out()).contains("three");
        proxy.close();
        later(Duration.ofDays(3).plusHours(20));
        assertThat(export().out()).contains("three");
        assertRefused(export("--fallback-max-age", "10h"), "it is 20 hours old");
        later(Duration.ofDays(5));
        assertRefused(export(), "it is 47 hours old");
        assertThat(export("--fallback-max-age", "3d").exit()).isZero();
        orgctl.at(CliHarness.START);
        assertRefused(export(), "from the future");
    }

    @Test
    void isOfOneRequest() throws Exception {
        String original =
                orgctl.must("env", "export", SANDBOX, "--format", "json", "--with-secrets", "--fallback", "snapshot");
        proxy.close();
        assertThat(export().out()).isEqualTo(original);
        assertRefused(export("--only", "a"), "other values");
        assertRefused(export("--as", "ann@acme.com"), "another identity");
        assertRefused(export("--store", "postgresql://x@127.0.0.1:1/other"), "of the store");
        String[] others = {"env", "export", "--format", "json", "--fallback", "snapshot"};
        assertRefused(orgctl.run(append(others, "acme/web:live", "--with-secrets")), "of acme/web:sandbox, not of");
        assertRefused(orgctl.run(append(others, SANDBOX)), "other values");
        assertRefused(
                orgctl.run("env", "run", SANDBOX, "--fallback", "snapshot", "--", "touch", folder + "/started"),
                "other values");
        assertThat(folder.resolve("started")).doesNotExist();
        CliHarness.Outcome expected = export("--expect-env", "00000000-0000-4000-8000-000000000000");
        assertThat(expected.exit()).isEqualTo(8);
        assertThat(expected.err()).contains("not of the expected");
    }

    private static String[] append(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"revision: 3", "read: 2026", "env.export", "operator", "acme/web", "orgctl-fallback 1\n", "\n\n"
            })
    void isRefusedWhenItWasChanged(String part) throws Exception {
        export();
        String text = Files.readString(snapshot());
        int at = text.indexOf(part) + part.length() - 1;
        proxy.close();
        for (String other : List.of("", "x", "9")) {
            Files.writeString(snapshot(), text.substring(0, at) + other + text.substring(at + 1));
            assertRefused(export(), "can't be used");
        }
        Files.writeString(snapshot(), text.substring(0, text.length() - 20));
        assertRefused(export(), "was changed");
    }

    @Test
    void replacesNothingElse() throws Exception {
        Files.writeString(snapshot(), "notes\n");
        CliHarness.Outcome refused = export();
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.out()).isEmpty();
        assertThat(Files.readString(snapshot())).isEqualTo("notes\n");
        Files.write(snapshot(), new byte[] {(byte) 0xff, 0});
        assertThat(export().exit()).isEqualTo(5);
        Files.delete(snapshot());
        export();
        byte[] kept = Files.readAllBytes(snapshot());
        orgctl.must("config", "set", "x=1", "--env", "acme/web:live");
        String[] live = {"env", "export", "acme/web:live", "--format", "json", "--fallback", "snapshot"};
        assertThat(orgctl.run(live).exit()).isEqualTo(4);
        assertThat(Files.readAllBytes(snapshot())).isEqualTo(kept);
        assertThat(export("--only", "a").err()).contains("replaced the fallback snapshot");
        assertThat(export("--fallback", "none/snapshot").exit()).isEqualTo(74);
        assertThat(orgctl.run("env", "run", SANDBOX, "--fallback", "none/s", "--", "touch", folder + "/started")
                        .exit())
                .isEqualTo(74);
        assertThat(folder.resolve("started")).doesNotExist();
    }

    @Test
    void isUsedForNoOtherFailure() {
        export();
        orgctl.must("project", "delete", "acme/web", "--confirm", "web");
        assertThat(export().exit()).isEqualTo(3);
        orgctl.must("project", "restore", "acme/web");
        String token =
                orgctl.must("token", "create", "--name", "CI", "--org", "acme", "--role", "admin", "--jq", ".token");
        orgctl.set("ORGCTL_TOKEN", token.strip());
        assertThat(export().exit()).isZero();
        orgctl.set("ORGCTL_TOKEN", null).must("token", "revoke", "CI", "--org", "acme");
        orgctl.set("ORGCTL_TOKEN", token.strip());
        assertThat(export().exit()).isEqualTo(6);
        orgctl.set("ORGCTL_TOKEN", "");
        assertThat(export().exit()).isEqualTo(2);
        assertThat(export("--fallback-max-age", "0h").exit()).isEqualTo(2);
        orgctl.set("ORGCTL_TOKEN", null);
        assertThat(orgctl.run("env", "export", SANDBOX, "--format", "json", "--fallback-max-age", "1h")
                        .exit())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld.audit", "perl5lib", "npm.config.node.options", "path"})
    void holdsBackLoaderVariables(String key) {
        orgctl.must("config", "set", key + "=x", "--env", SANDBOX);
        String[] dotenv = {"env", "export", SANDBOX, "--format", "dotenv", "--fallback", "snapshot", "--only", key};
        assertThat(orgctl.run(append(dotenv, "--allow-loader-variables")).exit())
                .isZero();
        proxy.close();
        assertThat(orgctl.run(append(dotenv, "--allow-loader-variables")).exit())
                .isZero();
        CliHarness.Outcome refused = orgctl.run(dotenv);
        assertThat(refused.exit()).isEqualTo(8);
        assertThat(refused.err()).contains("--allow-loader-variables");
    }

    @Test
    void requiresTheKeyset() throws Exception {
        export();
        Path keyset = orgctl.home().resolve(".local/share/orgctl/keyset.json");
        orgctl.must("secret", "rotate-key");
        proxy.close();
        assertThat(export().exit()).isZero();
        Files.move(keyset, folder.resolve("away"));
        assertRefused(export(), "there is no keyset file");
    }

    @Test
    void namesAKeyThatIsGone() {
        export();
        orgctl.must("secret", "rotate-key", "--forget-old-keys");
        proxy.close();
        assertRefused(export(), "a key that the keyset does not have");
    }

    @Test
    void isNotMadeWithoutAKeyset() throws IOException {
        Files.delete(orgctl.home().resolve(".local/share/orgctl/keyset.json"));
        CliHarness.Outcome none = orgctl.run("env", "export", SANDBOX, "--format", "json", "--fallback", "snapshot");
        assertThat(none.exit()).isEqualTo(3);
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("keyset", "ORGCTL_KEYSET");
        assertThat(snapshot()).doesNotExist();
    }

    @Test
    void replacesABusyFile() throws Exception {
        orgctl.set("ORGCTL_STORE", orgctl.storeFile().toString());
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Web", "--org", "acme");
        orgctl.must("config", "set", "a=1", "--env", SANDBOX);
        export();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + orgctl.storeFile());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            CliHarness.Outcome kept = export("--wait", "1s");
            assertThat(kept.exit()).isZero();
            assertThat(kept.out()).contains("\"A\": \"1\"");
            assertThat(kept.err()).contains("warning", "revision 2");
        }
    }
}
