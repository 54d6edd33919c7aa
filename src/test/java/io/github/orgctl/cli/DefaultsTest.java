package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Default settings of commands on a terminal, which scripts can't test. */
class DefaultsTest {
    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void populate() {
        orgctl = new CliHarness(folder).terminals("oe").set("TERM", "xterm");
        orgctl.must("org", "create", "Acme", "--use");
    }

    /** The header of a table is bold, and the word before an error red. */
    private boolean isColored(String... options) {
        String[] list = new String[options.length + 2];
        list[0] = "org";
        list[1] = "list";
        System.arraycopy(options, 0, list, 2, options.length);
        boolean table = orgctl.run(list).out().contains(ESCAPE);
        list[1] = "show";
        String[] failing = new String[list.length + 1];
        System.arraycopy(list, 0, failing, 0, list.length);
        failing[list.length] = "nope";
        boolean error = orgctl.run(failing).err().contains(ESCAPE);
        assertThat(error).as("an error as the table").isEqualTo(table);
        return table;
    }

    @Test
    void colorsComeFromTheNearestThatSaysSo() throws IOException {
        assertThat(isColored()).isTrue();
        orgctl.must("settings", "set", "color", "never");
        assertThat(isColored()).isFalse();
        assertThat(isColored("--color", "always")).isTrue();
        assertThat(isColored("--color", "auto")).isTrue();
        orgctl.set("FORCE_COLOR", "1");
        assertThat(isColored()).isTrue();
        orgctl.set("FORCE_COLOR", null).set("ORGCTL_COLOR", "always");
        assertThat(isColored()).isTrue();
        orgctl.set("NO_COLOR", "1");
        assertThat(isColored()).isTrue();
        orgctl.set("ORGCTL_COLOR", null);
        orgctl.must("settings", "set", "color", "always");
        assertThat(isColored()).isFalse();
        orgctl.set("NO_COLOR", null);
        assertThat(isColored()).isTrue();
        Files.writeString(orgctl.work().resolve(".orgctl.json"), "{\"color\": \"never\"}");
        assertThat(isColored()).isFalse();
    }

    /** More rows than a terminal has lines go through the pager. */
    private String paged() throws IOException {
        Path seen = orgctl.work().resolve("seen");
        Files.deleteIfExists(seen);
        orgctl.run("commands", "-o", "table", "--fields", "commands");
        orgctl.run("project", "list");
        return Files.exists(seen) ? Files.readString(seen).strip() : "";
    }

    private String marking(String mark) {
        return "echo " + mark + " > " + orgctl.work().resolve("seen") + "; cat > /dev/null";
    }

    @Test
    void aPagerIsStartedOnlyIfSomebodyTrustedChoseIt() throws IOException {
        for (int i = 0; i < 30; i++) {
            orgctl.must("project", "create", "Project " + i);
        }
        orgctl.set("PAGER", marking("common"));
        assertThat(paged()).isEqualTo("common");
        orgctl.must("settings", "set", "pager", marking("user"));
        assertThat(paged()).isEqualTo("user");
        Files.writeString(orgctl.work().resolve(".orgctl.json"), "{\"pager\": \"" + marking("directory") + "\"}");
        assertThat(paged()).isEqualTo("user");
        orgctl.must("trust");
        assertThat(paged()).isEqualTo("directory");
        orgctl.set("ORGCTL_PAGER", marking("variable"));
        assertThat(paged()).isEqualTo("variable");
        orgctl.set("ORGCTL_PAGER", "");
        assertThat(paged()).isEmpty();
        orgctl.must("settings", "set", "pager", "cat");
        orgctl.set("ORGCTL_PAGER", null);
        Files.delete(orgctl.work().resolve(".orgctl.json"));
        assertThat(paged()).isEmpty();
    }
}
