package io.github.orgctl.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.store.PostgresPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps and copies show a state that changes under way do not contradict. */
class PostgresDumpTest {
    private static final String BEGIN = "BEGIN ISOLATION LEVEL SERIALIZABLE";
    private static final String RECEIPT = "UPDATE issuer SET name = 'receipt of batch 1'";

    @TempDir
    Path folder;

    private PostgresPlace place;
    private CliHarness orgctl;

    @BeforeEach
    void makeStore() throws SQLException {
        place = PostgresPlace.fresh();
        orgctl = new CliHarness(folder).set("ORGCTL_STORE", place.address());
        orgctl.must("org", "create", "Acme", "--description", "batch 1");
        orgctl.must("billing", "issuer", "set", "--name", "no receipt");
    }

    /** Whether a transaction waits until those that might contradict what it reads are over. */
    private boolean isWaiting() throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'SafeSnapshot'")) {
            row.next();
            return row.getInt(1) == 1;
        }
    }

    /**
     * A receipt of batch 1 is under way when batch 2 begins. A snapshot between the two has batch 2, but not all receipts
     * of batch 1.
     */
    @ParameterizedTest
    @ValueSource(strings = {"store backup", "store copy"})
    void whatIsUnderWayIsWaitedFor(String command) throws Exception {
        CompletableFuture<CliHarness.Outcome> outcome;
        try (Connection receiving = place.byHand();
                Statement receipt = receiving.createStatement()) {
            receipt.execute(BEGIN);
            receipt.execute("SELECT description FROM organization");
            receipt.execute(RECEIPT);
            try (Connection closing = place.byHand();
                    Statement close = closing.createStatement()) {
                close.execute(BEGIN);
                close.execute("UPDATE organization SET description = 'batch 2', checksum = NULL");
                close.execute("COMMIT");
            }
            outcome = CompletableFuture.supplyAsync(() -> command.endsWith("copy")
                    ? orgctl.run(
                            "store",
                            "copy",
                            place.address(),
                            folder.resolve("copy.db").toString())
                    : orgctl.run("store", "backup", folder.resolve("dump").toString()));
            while (!outcome.isDone() && !isWaiting()) {
                Thread.onSpinWait();
            }
            assertThat(outcome).isNotDone();
            receipt.execute("COMMIT");
        }
        assertThat(outcome.get().exit()).as("%s", outcome.get()).isZero();
        String copy = folder.resolve("copy.db").toString();
        if (command.endsWith("backup")) {
            orgctl.must("store", "restore", folder.resolve("dump").toString(), "--store", copy);
        }
        orgctl.set("ORGCTL_STORE", copy);
        assertThat(orgctl.must("org", "list", "--jq", ".[].description")).isEqualTo("batch 2\n");
        assertThat(issuer()).isEqualTo("receipt of batch 1\n");
    }

    private String issuer() {
        return orgctl.must("billing", "issuer", "show", "--jq", ".name");
    }

    /** Other reads do not wait. */
    @Test
    void changesUnderWayHoldUpNoOtherRead() throws SQLException, IOException {
        try (Connection receiving = place.byHand();
                Statement receipt = receiving.createStatement()) {
            receipt.execute(BEGIN);
            receipt.execute(RECEIPT);
            assertThat(issuer()).isEqualTo("no receipt\n");
        }
        orgctl.must("store", "backup", folder.resolve("dump").toString());
        assertThat(Files.readString(folder.resolve("dump"))).contains("no receipt");
    }
}
