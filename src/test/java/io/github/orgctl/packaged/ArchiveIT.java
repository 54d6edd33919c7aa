package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.host.Version;
import io.github.orgctl.packaged.Installation.Run;
import io.github.orgctl.store.PostgresPlace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes shortens the start where it fits, and never changes what a command does where it does not. */
class ArchiveIT {
    /** For all tests the same, since an archive is of one installation in one folder. */
    private static Path scratch;

    /** What {@link #scratch} holds when an archive has just been made. */
    private static Path archived;

    private Installation orgctl;

    @BeforeAll
    static void makeArchive(@TempDir Path folder) throws Exception {
        Path parent = folder.toRealPath();
        scratch = Files.createDirectory(parent.resolve("scratch"));
        Installation first = new Installation(Installation.copyTo(scratch.resolve("installation")), scratch);
        first.must("__archive");
        archived = Installation.copy(scratch, parent.resolve("archived"));
    }

    @BeforeEach
    void install() throws IOException {
        empty(scratch);
        Installation.copy(archived.resolve("installation"), scratch.resolve("installation"));
        orgctl = new Installation(scratch.resolve("installation"), scratch);
    }

    /** An archive that is still being made would be written into a folder that is being removed. */
    @AfterEach
    void awaitBackground() throws Exception {
        Optional<ProcessHandle> background = ofThisTest();
        while (background.isPresent()) {
            background.get().onExit().get(2, TimeUnit.MINUTES);
            background = ofThisTest();
        }
    }

    /** JUnit would warn of links that lead out of its folder. */
    @AfterAll
    static void removeAll() throws IOException {
        empty(scratch.getParent());
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Optional<ProcessHandle> ofThisTest() {
        String folder = scratch.toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder))
                .findAny();
    }

    private void assertRuns() throws Exception {
        Run run = orgctl.run("version");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(Version.VERSION);
        assertThat(run.exit()).isZero();
    }

    /** The archive that the first installation had made, put back where it was. */
    private void restoreArchive() throws IOException {
        Installation.copy(archived.resolve("cache"), orgctl.cache);
        assertThat(orgctl.archiveFolder()).isDirectoryContaining("glob:**/flags");
    }

    private void build() throws Exception {
        Run run = orgctl.run("__archive");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(orgctl.archiveFolder()).isDirectoryContaining("glob:**/orgctl.jsa");
        assertThat(orgctl.archiveFolder()).isDirectoryContaining("glob:**/flags");
    }

    /** How many classes of ours a command reads from the jar, which with a fitting archive is none. */
    private long classesFromJar(String... command) throws Exception {
        return classesFrom("orgctl.jar", command);
    }

    /**
     * @param source a part of where a class comes from that is not in the archive
     */
    private long classesFrom(String source, String... command) throws Exception {
        Path log = orgctl.workingDirectory.resolve("classes.log");
        orgctl.env.put("ORGCTL_JAVA_OPTIONS", "-Xlog:class+load:file=" + log.getFileName());
        assertThat(orgctl.run(command).exit()).isZero();
        orgctl.env.remove("ORGCTL_JAVA_OPTIONS");
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(source)).count();
        }
    }

    private static void awaitFile(Path file) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofMinutes(2));
        while (!Files.exists(file)) {
            assertThat(Instant.now()).as("waiting for %s", file).isBefore(limit);
            Thread.sleep(100);
        }
    }

    /** Has no archive made in the background: where each try is noted first, nothing can be written. */
    private static void preventTries(Path folder) throws IOException {
        Files.createDirectory(folder.resolve("attempt"));
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    @Test
    void holdsEveryClassOfAShortCommand() throws Exception {
        restoreArchive();
        assertThat(classesFromJar("version")).isZero();
        orgctl.env.put("ORGCTL_ARCHIVE", "off");
        assertThat(classesFromJar("version")).isPositive();
    }

    /** Nothing of the archive was learned from a real server. */
    @Test
    void holdsEveryClassOfAShortCommandAtAServer() throws Exception {
        restoreArchive();
        orgctl.env.put("ORGCTL_STORE", PostgresPlace.fresh().address());
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Web", "--org", "acme");
        for (String command : List.of("org list", "config set a=1 --env acme/web:sandbox")) {
            assertThat(classesFromJar(command.split(" "))).as(command).isZero();
        }
    }

    @Test
    void isMadeOnceByTheCommandForIt() throws Exception {
        build();
        assertThat(ofThisTest()).isEmpty();
    }

    @Test
    void isMadeInTheBackgroundByTheFirstCommand() throws Exception {
        assertRuns();
        awaitFile(orgctl.archiveFolder().resolve("flags"));
        assertThat(classesFromJar("version")).isZero();
        assertThat(Files.getPosixFilePermissions(orgctl.cache.resolve("orgctl")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    /** In a path that a URL has to escape, Java 17 archives its own classes only: slower, but right. */
    @Test
    void isMadeWhateverThePathsHold() throws Exception {
        Path odd = scratch.resolve("it's \"an\" $(odd) \\path #1 \u00e4");
        orgctl = new Installation(Files.move(orgctl.home, odd), odd);
        build();
        assertRuns();
        assertThat(classesFrom("jrt:", "version")).isZero();
        if (Runtime.version().feature() >= 25) {
            assertThat(classesFromJar("version")).isZero();
        }
        orgctl.env.put("ORGCTL_ARCHIVE", "off");
        assertThat(classesFrom("jrt:", "version")).isPositive();
    }

    @Test
    void isNeitherMadeNorUsedWhenOff() throws Exception {
        orgctl.env.put("ORGCTL_ARCHIVE", "off");
        assertRuns();
        assertThat(orgctl.cache).doesNotExist();
    }

    @Test
    void isMadeAnewWhenTheJarChanges() throws Exception {
        restoreArchive();
        Path flags = orgctl.archiveFolder().resolve("flags");
        String before = Files.readString(flags);
        Path jar = orgctl.home.resolve("lib/orgctl.jar");
        age(jar);
        assertRuns();
        Instant limit = Instant.now().plus(Duration.ofMinutes(2));
        while (Files.readString(flags).equals(before)) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(100);
        }
        assertThat(classesFromJar("version")).isZero();
    }

    /** As after an upgrade in which files keep their times: the virtual machine sees no difference. */
    @Test
    void isOfTheContentOfTheJar() throws Exception {
        restoreArchive();
        Path jar = orgctl.home.resolve("lib/orgctl.jar");
        FileTime time = Files.getLastModifiedTime(jar);
        String changed = Version.VERSION.substring(1) + "x";
        Files.writeString(
                jar,
                Files.readString(jar, StandardCharsets.ISO_8859_1)
                        .replace("orgctl " + Version.VERSION, "orgctl " + changed),
                StandardCharsets.ISO_8859_1);
        Files.setLastModifiedTime(jar, time);
        Path before = orgctl.archiveFolder();
        Files.writeString(orgctl.home.resolve("lib/build"), "my_build=another\n");
        assertThat(orgctl.run("--version").out()).isEqualTo("orgctl " + changed + "\n");
        build();
        assertThat(orgctl.run("--version").out()).isEqualTo("orgctl " + changed + "\n");
        assertThat(before).doesNotExist();
    }

    /** With more than 128 GB a heap of the default size would need other pointers than those in the archive. */
    @Test
    void fitsAMachineWithMoreMemory() throws Exception {
        restoreArchive();
        orgctl.env.put("ORGCTL_JAVA_OPTIONS", "-XX:MaxRAM=256g -Xshare:on");
        assertRuns();
    }

    @Test
    void isCheckedByTheFirstCommandAfterABoot() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/sys/kernel/random/boot_id")));
        restoreArchive();
        assertRuns();
        Path folder = orgctl.archiveFolder();
        Path checked = folder.resolve("checked-"
                + Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip());
        assertThat(checked).exists();
        preventTries(folder);
        Path archive = folder.resolve("orgctl.jsa");
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
        byte[] sound = Files.readAllBytes(archive);
        FileTime time = Files.getLastModifiedTime(archive);
        int rejected = 0;
        for (int part = 1; part <= 5; part++) {
            byte[] damaged = sound.clone();
            damaged[(int) ((long) damaged.length * part / 6)] ^= 4;
            Files.write(archive, damaged);
            Files.setLastModifiedTime(archive, time);
            Files.deleteIfExists(checked);
            assertRuns();
            rejected += Files.exists(checked) ? 0 : 1;
        }
        // A bit between two of its regions is nobody's.
        assertThat(rejected).isPositive();
    }

    @Test
    void doesNotMatterWhenItIsOfAnotherJava() throws Exception {
        restoreArchive();
        Path flags = orgctl.archiveFolder().resolve("flags");
        Path archive = orgctl.archiveFolder().resolve("orgctl.jsa");
        try (var homes = Files.newDirectoryStream(Path.of("/usr/lib/jvm"), "*jdk*")) {
            for (Path home : homes) {
                orgctl.env.put("JAVA_HOME", home.toString());
                Path other = Files.createDirectories(orgctl.archiveFolder());
                if (Files.isExecutable(home.resolve("bin/java")) && !Files.exists(other.resolve("flags"))) {
                    Files.copy(archive, other.resolve("orgctl.jsa"));
                    Files.createSymbolicLink(other.resolve("java"), home.resolve("bin/java"));
                    Files.writeString(
                            other.resolve("flags"),
                            Files.readString(flags)
                                    .replace(
                                            archive.toString(),
                                            other.resolve("orgctl.jsa").toString()));
                    preventTries(other);
                    assertRuns();
                }
            }
        }
    }

    @Test
    void doesNotMatterWhenItIsGone() throws Exception {
        restoreArchive();
        Files.delete(orgctl.archiveFolder().resolve("orgctl.jsa"));
        assertRuns();
        awaitFile(orgctl.archiveFolder().resolve("orgctl.jsa"));
    }

    @Test
    void doesNotMatterWhenItIsDamaged() throws Exception {
        restoreArchive();
        preventTries(orgctl.archiveFolder());
        Path archive = orgctl.archiveFolder().resolve("orgctl.jsa");
        age(orgctl.archiveFolder().resolve("flags"));
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            for (long at = 64 * 1024; at < file.size(); at += 1000) {
                file.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7}), at);
            }
        }
        assertRuns();
    }

    @Test
    void doesNotMatterWhenItIsTruncated() throws Exception {
        restoreArchive();
        Path archive = orgctl.archiveFolder().resolve("orgctl.jsa");
        preventTries(orgctl.archiveFolder());
        FileTime time = Files.getLastModifiedTime(archive);
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
        Files.setLastModifiedTime(archive, time);
        assertRuns();
    }

    @Test
    void doesNotMatterWhenTheInstallationMoves() throws Exception {
        restoreArchive();
        Path moved = Files.move(orgctl.home, scratch.resolve("moved"));
        orgctl = new Installation(moved, scratch);
        assertRuns();
        awaitFile(orgctl.archiveFolder().resolve("flags"));
    }

    @Test
    void doesNotMatterWhenTheCacheCannotBeWritten() throws Exception {
        Files.writeString(orgctl.cache, "a file where the folder should be");
        assertRuns();
        orgctl.env.remove("XDG_CACHE_HOME");
        orgctl.env.remove("HOME");
        assertRuns();
    }

    @Test
    void isNotTriedAgainSoonAfterItFailed() throws Exception {
        Path flags = orgctl.home.resolve("lib/flags");
        Files.writeString(flags, Files.readString(flags) + "-Xmx3m\n");
        orgctl.env.put("ORGCTL_JAVA_OPTIONS", "-Xmx256m");
        assertRuns();
        Path attempt = orgctl.archiveFolder().resolve("attempt");
        awaitFile(attempt);
        FileTime first = Files.getLastModifiedTime(attempt);
        assertRuns();
        assertThat(Files.getLastModifiedTime(attempt)).isEqualTo(first);
    }
}
