package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.host.Version;
import io.github.orgctl.packaged.Installation.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever it lies and however it is called, the launcher finds its installation and a Java. */
class LauncherIT {
    /** A command that reads its standard input first of all. */
    private static final String[] READING = {
        "config", "import", "--env", "acme/web:live", "--file", "-", "--format", "json"
    };

    @TempDir
    Path scratch;

    private Installation orgctl;

    @BeforeEach
    void install() throws IOException {
        scratch = scratch.toRealPath();
        orgctl = new Installation(Installation.built(), scratch);
        orgctl.env.put("ORGCTL_ARCHIVE", "off");
    }

    /** For what happens where there is no runtime to prefer. */
    private void runWithoutRuntime() throws IOException {
        Installation without = new Installation(Installation.copyWithoutRuntime(scratch.resolve("plain")), scratch);
        without.env.putAll(orgctl.env);
        orgctl = without;
    }

    private static void assertRuns(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(Version.VERSION);
        assertThat(run.exit()).isZero();
    }

    @Test
    void runsByItsAbsolutePath() throws Exception {
        assertRuns(orgctl.run("version"));
    }

    @Test
    void runsThroughAbsoluteAndRelativeSymlinks() throws Exception {
        Path bin = Files.createDirectories(scratch.resolve("local/bin"));
        Path link = Files.createSymbolicLink(bin.resolve("orgctl"), orgctl.home.resolve("bin/orgctl"));
        Files.createSymbolicLink(scratch.resolve("second"), Path.of("local/bin/orgctl"));
        assertRuns(orgctl.runAs(link.toString(), "version"));
        assertRuns(orgctl.runAs("./second", "version"));
        // JUnit warns of links that lead out of its folder.
        Files.delete(scratch.resolve("second"));
        Files.delete(link);
    }

    @Test
    void runsThroughASymlinkedFolder() throws Exception {
        Path link = Files.createSymbolicLink(scratch.resolve("mine"), orgctl.home.resolve("bin"));
        assertRuns(orgctl.runAs(link.resolve("orgctl").toString(), "version"));
        assertRuns(orgctl.runAs("mine/orgctl", "version"));
        Files.delete(link);
    }

    /** A package was tested with the runtime that it brings. What the caller has is for the programs that it runs. */
    @ParameterizedTest
    @ValueSource(strings = {"other", "nowhere", ""})
    void prefersTheRuntimeThatItBrings(String javaHome) throws Exception {
        Path java = orgctl.java();
        runWithoutRuntime();
        Path other = Files.createDirectories(scratch.resolve("other/bin")).resolve("java");
        Files.writeString(other, "#!/bin/sh\necho wrong >&2\nexit 1\n");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwxr-xr-x"));
        orgctl.env.put("PATH", other.getParent() + ":/usr/bin:/bin");
        orgctl.env.put(
                "JAVA_HOME", javaHome.isEmpty() ? "" : scratch.resolve(javaHome).toString());
        assertThat(orgctl.run("version").err()).contains("wrong");
        Path runtime = Files.createSymbolicLink(
                orgctl.home.resolve("runtime"), java.toRealPath().getParent().getParent());
        assertRuns(orgctl.run("version"));
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Web", "--org", "acme");
        Run child = orgctl.must("env", "run", "acme/web:sandbox", "--", "sh", "-c", "echo \"$JAVA_HOME\"");
        assertThat(child.out()).isEqualTo(orgctl.env.get("JAVA_HOME") + "\n");
        Files.delete(runtime);
    }

    @Test
    void runsFromThePath() throws Exception {
        orgctl.env.merge("PATH", orgctl.home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        assertRuns(orgctl.runAs("/usr/bin/env", "orgctl", "version"));
    }

    @Test
    void runsByRelativePaths() throws Exception {
        orgctl.workingDirectory = orgctl.home;
        assertRuns(orgctl.runAs("bin/orgctl", "version"));
        assertRuns(orgctl.runAs("./bin/orgctl", "version"));
        orgctl.workingDirectory = orgctl.home.resolve("bin");
        assertRuns(orgctl.runAs("./orgctl", "version"));
        assertRuns(orgctl.runAs("/bin/sh", "orgctl", "version"));
        orgctl.workingDirectory = orgctl.home.resolve("lib");
        assertRuns(orgctl.runAs("../bin/orgctl", "version"));
    }

    @Test
    void runsWhereNobodyMayWrite() throws Exception {
        Path home = Installation.copyTo(scratch.resolve("read only"));
        for (Path dir : new Path[] {home, home.resolve("bin"), home.resolve("lib")}) {
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        Installation readOnly = new Installation(home, scratch);
        // Otherwise an archive is still being made below the folder when that is removed.
        readOnly.env.put("ORGCTL_ARCHIVE", "off");
        assertRuns(readOnly.run("version"));
        for (Path dir : new Path[] {home, home.resolve("bin"), home.resolve("lib")}) {
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void keepsArgumentsAsTheyAre() throws Exception {
        for (String locale : new String[] {"C", "POSIX", "C.UTF-8", "xx_XX.UTF-8"}) {
            orgctl.env.remove("LC_ALL");
            orgctl.env.put("LANG", locale);
            assertThat(orgctl.run("ä").err()).contains("unknown command 'ä'");
            orgctl.env.put("LC_ALL", locale);
            for (String argument : new String[] {"", "a  b", "@x", "*", "\u00e4\u4e2d\ud83d\ude00"}) {
                assertThat(orgctl.run(argument).err()).contains("unknown command '" + argument + "'");
            }
        }
    }

    @Test
    void ignoresWhatOthersTellJava() throws Exception {
        orgctl.env.put("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC");
        orgctl.env.put("_JAVA_OPTIONS", "-Dx=y");
        orgctl.env.put("JDK_JAVA_OPTIONS", "-Dx=y");
        assertRuns(orgctl.run("version"));
    }

    @Test
    void passesItsOwnJavaOptions() throws Exception {
        Path log = scratch.resolve("classes.log");
        orgctl.env.put("ORGCTL_JAVA_OPTIONS", "-Dx=y -Xlog:class+load:file=" + log);
        assertRuns(orgctl.run("version"));
        assertThat(log).isNotEmptyFile();
    }

    @Test
    void doesNotTakeJavaOptionsForPatterns() throws Exception {
        Path match = Files.createFile(scratch.resolve("-Xlog:class+load:file=classes.log"));
        orgctl.env.put("ORGCTL_JAVA_OPTIONS", "-Xlog:class+load:file=c*");
        assertRuns(orgctl.run("version"));
        assertThat(scratch.resolve("c*")).isNotEmptyFile();
        assertThat(match).isEmptyFile();
        assertThat(scratch.resolve("classes.log")).doesNotExist();
    }

    /** As packages lay it out, where /bin and /lib are links into /usr. */
    @Test
    void isOneInstallationThroughWhicheverLink() throws Exception {
        Path usr = scratch.resolve("usr");
        Path home = Installation.copyTo(usr.resolve("lib/orgctl"));
        Files.createDirectories(usr.resolve("bin"));
        Files.createSymbolicLink(usr.resolve("bin/orgctl"), Path.of("../lib/orgctl/bin/orgctl"));
        Files.createSymbolicLink(scratch.resolve("bin"), Path.of("usr/bin"));
        Files.createSymbolicLink(scratch.resolve("lib"), Path.of("usr/lib"));
        orgctl.env.put("ORGCTL_JAVA_OPTIONS", "-XshowSettings:properties");
        for (String called : new String[] {"bin/orgctl", "usr/bin/orgctl"}) {
            Run run = orgctl.runAs(scratch.resolve(called).toString(), "version");
            assertThat(run.err()).contains("orgctl.home = " + home + "\n");
        }
        Files.delete(scratch.resolve("bin"));
        Files.delete(scratch.resolve("lib"));
    }

    @Test
    void startsInAFolderThatIsGone() throws Exception {
        String gone = "mkdir gone; cd gone; rmdir ../gone; ";
        Run version = inShell(gone + "\"$@\"", "version");
        assertThat(version.out()).contains(Version.VERSION);
        assertThat(version.exit()).isZero();
        String[] reading = READING.clone();
        reading[List.of(READING).indexOf("-")] = "etc/passwd";
        Run relative = inShell(gone + "\"$@\"", reading);
        assertThat(relative.err()).contains("there is no file etc/passwd");
        assertThat(relative.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ulimit -v 300000; \"$@\"",
                "ORGCTL_JAVA_OPTIONS=-Xmx1k \"$@\"",
                "ORGCTL_JAVA_OPTIONS=-XX:+UseParallelGC \"$@\"",
                "JAVA_HOME=$PWD/broken \"$@\"",
                "ln -s \"${1%/bin/*}\" a:b; shift; set -- a:b/bin/orgctl \"$@\"; \"$@\"; code=$?; rm a:b; exit $code",
            })
    void saysWhatKeepsJavaFromStarting(String shell) throws Exception {
        runWithoutRuntime();
        Path java = Files.createDirectories(scratch.resolve("broken/bin")).resolve("java");
        Files.write(java, new byte[] {0x7f, 'E', 'L', 'F', 1, 2, 0, 0});
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String[] command : new String[][] {{"version"}, {"env", "run", "acme/web:live", "--", "true"}}) {
            Run run = inShell(shell, command);
            assertThat(run.err()).contains("orgctl: error: ", "hint: ");
            assertThat(run.out()).isEmpty();
            assertThat(run.exit()).isEqualTo(70);
        }
    }

    /** The limit that can be lifted again is. */
    @Test
    void startsWithinASoftLimitOfMemory() throws Exception {
        assertRuns(inShell("ulimit -S -v 300000; \"$@\"", "version"));
    }

    @Test
    void usesNoOtherFileForAStreamThatIsClosed() throws Exception {
        assertThat(inShell("\"$@\" >&-", "version").exit()).isEqualTo(74);
        assertThat(inShell("\"$@\" 2>&-", "version").out()).contains(Version.VERSION);
        Run input = inShell("\"$@\" <&-", READING);
        assertThat(input.err()).contains("closed");
        assertThat(input.exit()).isEqualTo(74);
    }

    /** A crash is no answer: it must not end with 1, and leaves nothing where it happened. */
    @Test
    void leavesNothingBehindWhenJavaCrashes() throws Exception {
        Run run = inShell(
                "ulimit -c 0; mkfifo in; \"$@\" <in & exec 3>in;"
                        + " until grep -q 'SigCgt:.*[4-7c-f]..$' /proc/$!/status; do kill -0 $! || exit 9; done;"
                        + " kill -s SEGV $!; wait $!",
                READING);
        assertThat(run.exit()).isGreaterThan(128);
        assertThat(run.out()).isEmpty();
        try (var files = Files.list(scratch)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("in")))
                    .noneMatch(name -> name.startsWith("hs_err") || name.startsWith("core") || name.endsWith(".log"));
        }
    }

    private Run inShell(String shell, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(
                List.of("-c", shell, "sh", orgctl.home.resolve("bin/orgctl").toString()));
        words.addAll(List.of(arguments));
        return orgctl.runAs("/bin/sh", words.toArray(new String[0]));
    }

    @Test
    void findsJavaOnThePathWithoutJavaHome() throws Exception {
        runWithoutRuntime();
        String bin = orgctl.env.remove("JAVA_HOME") + "/bin";
        orgctl.env.put("PATH", scratch + "::/nowhere:" + bin);
        assertRuns(orgctl.run("version"));
        orgctl.env.put("JAVA_HOME", "/nowhere");
        assertRuns(orgctl.run("version"));
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        runWithoutRuntime();
        orgctl.env.remove("JAVA_HOME");
        orgctl.env.put("PATH", scratch.toString());
        Run run = orgctl.run("version");
        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("orgctl: error: Java not found\nhint: ")
                .contains("Java 17");
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        runWithoutRuntime();
        Path old = scratch.resolve("jdk 11");
        Files.createDirectories(old.resolve("bin"));
        Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 9\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        orgctl.env.put("JAVA_HOME", old.toString());
        for (String version : new String[] {"11.0.2", "16", "1.8.0_392"}) {
            Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
            Run run = orgctl.run("version");
            assertThat(run.exit()).isEqualTo(70);
            assertThat(run.err()).contains("Java 17 or newer", version, "hint: ");
        }
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17\"\n");
        assertThat(orgctl.run("version").exit()).isEqualTo(9);
    }

    @Test
    void runsOnEveryJavaThatIsThere() throws Exception {
        Path all = Path.of("/usr/lib/jvm");
        assumeTrue(Files.isDirectory(all));
        runWithoutRuntime();
        try (var homes = Files.newDirectoryStream(all, "*jdk*")) {
            for (Path home : homes) {
                if (Files.isExecutable(home.resolve("bin/java"))) {
                    orgctl.env.put("JAVA_HOME", home.toString());
                    assertRuns(orgctl.run("version"));
                }
            }
        }
    }
}
