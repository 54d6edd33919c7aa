package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Locations of files that commands write, and left-overs of killed commands. */
class WrittenFilesTest {
    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void create() throws IOException {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        orgctl.typing("s3cret").must("secret", "set", "a", "--env", "website:sandbox");
        Files.writeString(orgctl.work().resolve("template"), "a={{a}}");
    }

    @ParameterizedTest
    @CsvSource({"r--------, r--------", "rw-r--r--, rw-------", "rwx------, rw-------"})
    void aFileWithSecretsIsNeverReadableByMoreThanBefore(String before, String after) throws Exception {
        Path file = Files.writeString(orgctl.work().resolve("app.conf"), "a=old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(before));
        orgctl.must(
                "env", "render", "website:sandbox", "-f", "template", "--with-secrets", "--out", "app.conf", "--force");
        assertThat(file).hasContent("a=s3cret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env export website:sandbox --format dotenv --with-secrets -f link",
                "env export website:sandbox --format dotenv --with-secrets -f link --force",
                "env render website:sandbox -f template --with-secrets --out link --force",
            })
    void secretsDoNotFollowALinkThatLeadsNowhere(String command) throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Path link = Files.createSymbolicLink(orgctl.work().resolve("link"), elsewhere);
        CliHarness.Outcome outcome = orgctl.run(command.split(" "));
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(8);
        assertThat(outcome.err()).contains("link is a symbolic link to a file that doesn't exist");
        assertThat(elsewhere).doesNotExist();
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    /** As a container has it: such a file can't be replaced. */
    @Test
    void aFileThatIsMountedAloneStaysAsItIs() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "a=old");
        Path mounted = Files.createFile(orgctl.work().resolve("app.conf"));
        assumeTrue(run("mount", "--bind", target.toString(), mounted.toString()) == 0, "can't mount");
        try {
            CliHarness.Outcome outcome = orgctl.run(
                    "env",
                    "render",
                    "website:sandbox",
                    "-f",
                    "template",
                    "--with-secrets",
                    "--out",
                    "app.conf",
                    "--force");
            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(74);
            assertThat(outcome.err()).contains("can't write app.conf");
            assertThat(target).hasContent("a=old");
            assertThat(orgctl.work().toFile().list()).containsExactlyInAnyOrder("app.conf", "template");
        } finally {
            run("umount", mounted.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    @Test
    void draftsOfProcessesThatAreGoneAreRemoved() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = Files.writeString(orgctl.work().resolve("..env." + gone.pid()), "A=s3cret\n");
        Path inUse = Files.writeString(
                orgctl.work()
                        .resolve("..env."
                                + ProcessHandle.current().parent().orElseThrow().pid()),
                "A=");
        Path other = Files.writeString(orgctl.work().resolve("..env.bak"), "A=1\n");
        orgctl.must("env", "export", "website:sandbox", "--format", "dotenv", "--with-secrets", "-f", ".env");
        assertThat(left).doesNotExist();
        assertThat(inUse).exists();
        assertThat(other).exists();
    }
}
