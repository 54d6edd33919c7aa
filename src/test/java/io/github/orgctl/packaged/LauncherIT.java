package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.Version;
import io.github.orgctl.packaged.Installation.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever it lies and however it is called, the launcher finds its installation and a Java. */
class LauncherIT {
    @TempDir
    Path scratch;

    private Installation orgctl;

    @BeforeEach
    void install() throws IOException {
        scratch = scratch.toRealPath();
        orgctl = new Installation(Installation.built(), scratch);
        orgctl.env.put("ORGCTL_ARCHIVE", "off");
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
    void findsJavaOnThePathWithoutJavaHome() throws Exception {
        String bin = orgctl.env.remove("JAVA_HOME") + "/bin";
        orgctl.env.put("PATH", scratch + "::/nowhere:" + bin);
        assertRuns(orgctl.run("version"));
        orgctl.env.put("JAVA_HOME", "/nowhere");
        assertRuns(orgctl.run("version"));
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        orgctl.env.remove("JAVA_HOME");
        orgctl.env.put("PATH", scratch.toString());
        Run run = orgctl.run("version");
        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("orgctl: error: no Java found\nhint: ").contains("Java 17");
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
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
