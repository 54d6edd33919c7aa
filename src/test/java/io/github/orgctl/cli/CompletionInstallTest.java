package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Installing completion changes files that people have written by hand. */
class CompletionInstallTest {
    private static final String BEGIN = "# >>> orgctl completion >>>\n";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void start() {
        orgctl = new CliHarness(folder);
    }

    /** The last line goes on with a backslash, has no end, or is not there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zsh  | .zshrc  | alias a=b\\n
            zsh  | .zshrc  | alias a=b
            zsh  | .zshrc  | alias a=b \\\\\\n
            zsh  | .zshrc  | alias a=b \\\\
            zsh  | .zshrc  | ''
            bash | .bashrc | alias a=b \\\\
            bash | .bashrc | alias a=b
            """)
    void addsOneBlockAndKeepsTheRest(String shell, String name, String text) throws Exception {
        String before = text.translateEscapes();
        Path file = Files.writeString(orgctl.home().resolve(name), before);
        assertThat(orgctl.run("completion", "install", shell, "--yes").exit()).isZero();
        String after = Files.readString(file);
        assertThat(after).startsWith(before).containsOnlyOnce(BEGIN).endsWith("# <<< orgctl completion <<<\n");
        assertThat(orgctl.run("completion", "install", shell, "--yes").err()).contains("already set up");
        assertThat(file).hasContent(after);
        assertThat(check(shell, file)).isEmpty();
        String begin = after.substring(0, after.indexOf(BEGIN));
        assertThat(begin).satisfiesAnyOf(it -> assertThat(it).endsWith("\n\n"), it -> assertThat(it)
                .isEmpty());
    }

    @Test
    void writesThroughALinkAndKeepsPermissions() throws IOException {
        Path target = Files.writeString(folder.resolve("dotfile"), "alias a=b\n");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(orgctl.home().resolve(".zshrc"), target);
        assertThat(orgctl.run("completion", "install", "zsh", "--yes").exit()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(target).content().startsWith("alias a=b\n").contains(BEGIN);
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    }

    /** Login shells read another file, which most often reads this one. */
    @Test
    void aLoginShellsFileThatReadsNoOtherGetsTheBlockAsWell() throws IOException {
        Path profile = Files.writeString(orgctl.home().resolve(".bash_profile"), "export A=b\n");
        assertThat(orgctl.must("completion", "install", "bash", "--yes", "-o", "ids"))
                .isEqualTo(orgctl.home().resolve(".bashrc") + "\n" + profile + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .bash_profile | PATH=$HOME/bin:$PATH
            .bash_profile | PATH=$HOME/bin:$PATH; . ~/.bashrc
            .bash_login   | PATH=$HOME/bin:$PATH
            .profile      | PATH=$HOME/bin:$PATH
            .profile      | PATH=$HOME/bin:$PATH; [ -z "$BASH_VERSION" ] || . ~/.bashrc
            """)
    void completesInALoginShell(String name, String text) throws Exception {
        Path script = Files.writeString(folder.resolve("script"), orgctl.must("completion", "bash"));
        Path program = Files.createDirectory(orgctl.home().resolve("bin")).resolve("orgctl");
        Files.writeString(program, "#!/bin/sh\ncat '" + script + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(orgctl.home().resolve(name), text + "\n");
        orgctl.must("completion", "install", "bash", "--yes");
        assertThat(run("bash", "-l", "-c", "complete -p orgctl")).isEqualTo("complete -F _orgctl orgctl\n");
        assertThat(run("sh", "-e", "-c", "test ! -e ~/.profile || . ~/.profile"))
                .isEmpty();
    }

    @Test
    void whereNoFileIsThereALoginShellGetsOne() {
        assertThat(orgctl.must("completion", "install", "bash", "--yes", "-o", "ids"))
                .isEqualTo(
                        orgctl.home().resolve(".bashrc") + "\n" + orgctl.home().resolve(".profile") + "\n");
    }

    private String run(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", orgctl.home().toString());
        builder.environment().put("PATH", "/usr/bin:/bin");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void aDryRunAndARefusalWriteNothing() throws IOException {
        assertThat(orgctl.run("completion", "install", "zsh", "--dry-run").exit())
                .isZero();
        assertThat(orgctl.run("completion", "install", "zsh").exit()).isEqualTo(8);
        CliHarness.Outcome refused = orgctl.terminals("ioe").typing("n\n").run("completion", "install", "zsh");
        assertThat(refused.exit()).isEqualTo(8);
        assertThat(refused.err()).contains(".zshrc", "Install completion for zsh? [y/N]");
        assertThat(orgctl.home().resolve(".zshrc")).doesNotExist();
        assertThat(orgctl.typing("y\n").run("completion", "install", "zsh").exit())
                .isZero();
        assertThat(orgctl.home().resolve(".zshrc")).content().contains(BEGIN);
    }

    private static String check(String shell, Path file) throws IOException, InterruptedException {
        boolean present = Files.isExecutable(Path.of("/usr/bin", shell)) || Files.isExecutable(Path.of("/bin", shell));
        assumeTrue(present || System.getenv("CI") != null, "needs " + shell);
        Process process = new ProcessBuilder(shell, "-n", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
