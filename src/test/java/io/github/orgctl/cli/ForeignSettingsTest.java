package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory's settings file that another user may have written is ignored until it is trusted. */
class ForeignSettingsTest {
    private static final int NOBODY = 65_534;

    @TempDir
    Path folder;

    private CliHarness orgctl;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        orgctl = new CliHarness(folder).in("below");
        Files.createDirectories(orgctl.work().resolve("below"));
        Files.writeString(orgctl.work().resolve(".orgctl.json"), "{\"org\": \"mine\"}");
        file = Files.writeString(orgctl.work().resolve("below/.orgctl.json"), "{\"org\": \"planted\"}");
    }

    private void assertIgnored(String why) {
        Outcome status = orgctl.run("status", "--jq", ".[] | select(.name == \"org\") | .value");
        assertThat(status.out()).isEqualTo("mine\n");
        assertThat(status.err())
                .isEqualTo(
                        "orgctl: ignored " + file + ": " + why + "; review it, then run: orgctl trust " + file + "\n");
        assertThat(orgctl.run("doctor", "--jq", ".[] | select(.check == \"trust\") | .detail")
                        .out())
                .contains(why);
    }

    private static boolean isRoot() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }

    /** Which one is ignored before anything is read of it, where nobody but root can give files away. */
    @Test
    void aFileOfAnotherUserIsIgnored() throws IOException {
        if (isRoot()) {
            Files.setAttribute(file, "unix:uid", NOBODY);
        } else {
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("/etc/passwd"));
        }
        assertIgnored("it belongs to another user");
    }

    @Test
    void aFileThatEveryoneMayWriteIsIgnored() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertIgnored("every user can write it");
        orgctl.must("trust");
        assertThat(orgctl.run("status", "--jq", ".[] | select(.name == \"org\") | .value"))
                .isEqualTo(new Outcome(0, "planted\n", ""));
        Files.writeString(file, "{\"org\": \"changed\"}");
        assertIgnored("every user can write it");
    }

    @Test
    void aLinkOfAnotherUserIsIgnored() throws IOException {
        assumeTrue(isRoot(), "only root can give a link away");
        Path own = Files.move(file, orgctl.work().resolve("own.json"));
        Files.createSymbolicLink(file, own);
        Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        assertIgnored("it belongs to another user");
    }

    @Test
    void aLinkOfOnesOwnCountsAsWhatItLeadsTo() throws IOException {
        Path own = Files.move(file, orgctl.work().resolve("own.json"));
        Files.createSymbolicLink(file, own);
        assertThat(orgctl.run("status", "--jq", ".[] | select(.name == \"org\") | .value"))
                .isEqualTo(new Outcome(0, "planted\n", ""));
        Files.writeString(own, "{\"store\": \"planted.db\"}");
        assertThat(orgctl.run("org", "list").exit()).isEqualTo(8);
        orgctl.must("trust");
        assertThat(orgctl.run("org", "list").exit()).isZero();
    }

    /** What is malformed there is no error of whoever works here. */
    @Test
    void aMalformedFileOfAnotherUserIsIgnored() throws IOException {
        Files.writeString(file, "{\"org\"");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertIgnored("every user can write it");
        assertThat(orgctl.run("trust").exit()).isEqualTo(2);
    }

    @Test
    void aStoreOfAnotherUserNamesNoCommands() throws IOException {
        assumeTrue(isRoot(), "only root can give files away");
        Files.delete(file);
        orgctl.must("org", "create", "Mine");
        orgctl.must("project", "create", "Website");
        orgctl.must("secret", "set", "a", "--ref", "cmd:echo run", "--env", "website:sandbox");
        assertThat(orgctl.must("secret", "reveal", "a", "--env", "website:sandbox"))
                .isEqualTo("run\n");
        Files.setAttribute(orgctl.storeFile(), "unix:uid", NOBODY);
        Outcome refused = orgctl.run("secret", "reveal", "a", "--env", "website:sandbox");
        assertThat(refused.exit()).isEqualTo(8);
        assertThat(refused.err()).contains("its reference cmd:echo run is not trusted");
    }
}
