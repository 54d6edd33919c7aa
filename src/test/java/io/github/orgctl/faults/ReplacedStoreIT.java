package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.packaged.Installation;
import io.github.orgctl.packaged.Installation.Run;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store is replaced or removed while a process has a transaction open. */
class ReplacedStoreIT {
    @TempDir
    Path scratch;

    private Installation orgctl;
    private Path store;
    private Path other;

    @BeforeEach
    void makeTwoStores() throws Exception {
        scratch = scratch.toRealPath();
        orgctl = Installation.archived(scratch);
        store = scratch.resolve("data/store.db");
        other = scratch.resolve("other/store.db");
        orgctl.must("org", "create", "Acme", "--store", store.toString());
        orgctl.must("org", "create", "Globex", "--store", other.toString());
        orgctl.env.put("ORGCTL_STORE", store.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChangeThatIsLostIsNotReported(boolean replaced) throws Exception {
        Path lines = scratch.resolve("lines");
        assertThat(orgctl.runAs("/usr/bin/mkfifo", lines.toString()).exit()).isZero();
        Path output = scratch.resolve("output");
        Process batch = orgctl.start(output, "batch", "--atomic", "-f", lines.toString());
        try (Writer in = Files.newBufferedWriter(lines)) {
            in.write("org create Beta\n");
            in.flush();
            while (Files.size(output) == 0 && batch.isAlive() && !Files.exists(Path.of(store + "-wal"))) {
                Thread.onSpinWait();
            }
            if (replaced) {
                Files.move(other, store, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(store);
            }
        }
        assertThat(batch.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        int exit = batch.exitValue();
        String said = exit + ": " + Files.readString(output);
        CliHarness harness =
                new CliHarness(Files.createDirectory(scratch.resolve("harness"))).set("ORGCTL_STORE", store.toString());
        CliHarness.Outcome listed = harness.run("org", "list", "-o", "csv", "--fields", "slug", "--no-header");
        if (exit == 0) {
            assertThat(listed.out()).as(said).contains("beta");
        } else {
            // The lines came from a pipe, which can't be read again.
            assertThat(exit).as(said).isEqualTo(7);
        }
        // Either the new store as it was made, or a refusal to guess.
        if (listed.exit() == 0 && replaced) {
            assertThat(listed.out()).isEqualTo("globex\n");
            assertThat(harness.run("store", "check").exit()).isZero();
        }
        assertThat(listed.exit()).as(listed.toString()).isIn(0, 9);
    }

    /** Another program keeps the old store open, and with it the log that has its name. */
    @Test
    void theLogOfTheStoreThatWasThereIsRefused() throws Exception {
        assumeTrue(orgctl.runAs("/bin/sh", "-c", "command -v sqlite3").exit() == 0, "needs sqlite3");
        ProcessBuilder holder = new ProcessBuilder("sqlite3", store.toString());
        Process holding = holder.redirectErrorStream(true).start();
        try (Writer in = holding.outputWriter()) {
            in.write("SELECT COUNT(*) FROM organization;\n");
            in.flush();
            assertThat(holding.inputReader().readLine()).isEqualTo("1");
            orgctl.must("org", "create", "Beta");
            Files.move(other, store, StandardCopyOption.REPLACE_EXISTING);
            for (String command : List.of("org list", "org create Gamma", "store check")) {
                Run refused = orgctl.run(command.split(" "));
                assertThat(refused.exit()).as(refused.toString()).isEqualTo(9);
                assertThat(refused.err()).contains("does not belong to the store");
            }
        }
        holding.waitFor();
    }
}
