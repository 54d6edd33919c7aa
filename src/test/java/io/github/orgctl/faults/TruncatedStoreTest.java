package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store truncated at every 512 bytes is refused for reads and changes, and stays unmodified. */
class TruncatedStoreTest {
    private static final int STEP = 512;

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void fill() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Website", "--org", "acme");
        orgctl.must("config", "set", "a=1", "--env", "acme/website:sandbox");
    }

    @Test
    void isRefusedUntouched() throws IOException {
        byte[] whole = Files.readAllBytes(orgctl.storeFile());
        for (int length = 0; length < whole.length; length += STEP) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(orgctl.storeFile(), cut);
            for (String command : List.of("config list --env acme/website:sandbox", "store check", "org create New")) {
                CliHarness.Outcome outcome = orgctl.run(command.split(" "));
                assertThat(outcome.exit())
                        .as(length + " bytes, " + command + outcome)
                        .isEqualTo(9);
                assertThat(outcome.out()).as(length + " bytes, " + command).isEmpty();
            }
            assertThat(Files.readAllBytes(orgctl.storeFile()))
                    .as(length + " bytes")
                    .isEqualTo(cut);
            try (var files = Files.list(orgctl.storeFile().getParent())) {
                assertThat(files).containsExactly(orgctl.storeFile());
            }
        }
    }
}
