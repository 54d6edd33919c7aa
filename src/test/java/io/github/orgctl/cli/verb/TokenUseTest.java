package io.github.orgctl.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last use of a token is recorded without affecting other commands. */
class TokenUseTest {
    private static final Instant NOON = CliHarness.START.plus(Duration.ofHours(1));

    @TempDir
    Path folder;

    private CliHarness orgctl;
    private String token;

    @BeforeEach
    void makeToken() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        token = orgctl.must("token", "create", "--name", "CI", "--role", "admin", "--jq", ".token")
                .strip();
        orgctl.at(NOON);
    }

    private String lastUsedAt() {
        orgctl.set("ORGCTL_TOKEN", null);
        String time = orgctl.must("token", "list", "--jq", ".[0].lastUsedAt").strip();
        orgctl.set("ORGCTL_TOKEN", token);
        return time;
    }

    private void run(int exit, String... command) {
        orgctl.set("ORGCTL_TOKEN", token);
        assertThat(orgctl.run(command).exit()).isEqualTo(exit);
    }

    @Test
    void readsAndChangesCountToTheMinute() {
        assertThat(lastUsedAt()).isEqualTo("null");
        run(0, "org", "list");
        String first = lastUsedAt();
        assertThat(first).startsWith("2026-01-02T04:04");
        run(0, "org", "list");
        assertThat(lastUsedAt()).isEqualTo(first);
        orgctl.at(NOON.plusSeconds(120));
        run(0, "project", "create", "Website");
        assertThat(lastUsedAt()).startsWith("2026-01-02T04:06");
    }

    @Test
    void dryRunsAndFailuresLeaveNothing() {
        run(0, "project", "create", "Website", "--dry-run");
        run(3, "org", "show", "nope");
        run(6, "org", "update", "acme", "--name", "X");
        run(2, "org", "list", "--nope");
        assertThat(lastUsedAt()).isEqualTo("null");
    }

    @Test
    void aReadDoesNotWaitForAWriterToNoteIt() {
        try (Store store = JdbcStore.open(orgctl.storeFile().toString(), Map.of())) {
            store.inTx(Store.Purpose.CHANGE, tx -> {
                run(0, "org", "list");
                return null;
            });
        }
        assertThat(lastUsedAt()).isEqualTo("null");
        run(0, "org", "list");
        assertThat(lastUsedAt()).isNotEqualTo("null");
    }

    @Test
    void aReadOnlyStoreIsReadAllTheSame() throws Exception {
        Files.setPosixFilePermissions(orgctl.storeFile(), PosixFilePermissions.fromString("r--------"));
        Files.setPosixFilePermissions(orgctl.storeFile().getParent(), PosixFilePermissions.fromString("r-x------"));
        try {
            Assumptions.assumeFalse(Files.isWritable(orgctl.storeFile()), "nothing is read-only to root");
            run(0, "org", "list");
        } finally {
            Files.setPosixFilePermissions(orgctl.storeFile().getParent(), PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(orgctl.storeFile(), PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(lastUsedAt()).isEqualTo("null");
    }

    @Test
    void aTokenOfNoStoreMakesNone() {
        orgctl.set("ORGCTL_STORE", "elsewhere.db");
        run(6, "org", "list");
        assertThat(orgctl.work()).isEmptyDirectory();
    }
}
