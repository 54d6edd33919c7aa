package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is complete and consistent, or is not created. */
class BackupTest {
    private static final int BACKUPS = 20;

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void fill() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        orgctl.must("config", "set", "number=0", "--env", "website:sandbox");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        Path backup = Files.createFile(
                orgctl.work().resolve("backup.db"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-")));
        orgctl.must("store", "backup", "backup.db", "--force");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
    }

    @Test
    void replacesNothingButABackup() throws IOException {
        Path notes = Files.writeString(orgctl.work().resolve("notes.txt"), "milk");
        CliHarness.Outcome outcome = orgctl.run("store", "backup", "notes.txt", "--force");
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).contains("is not a backup");
        assertThat(notes).hasContent("milk");
        orgctl.must("store", "backup", "backup.db");
        Files.writeString(orgctl.work().resolve("backup.db-wal"), "");
        outcome = orgctl.run("store", "backup", "backup.db", "--force");
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).contains("backup.db is in use");
    }

    /** What was not committed is in no backup. */
    @Test
    void aBatchTakesNone() throws IOException {
        Files.writeString(orgctl.work().resolve("lines.txt"), "project create Other\nstore backup backup.db\n");
        assertThat(orgctl.run("batch", "-f", "lines.txt", "--atomic").exit()).isEqualTo(2);
        Files.writeString(orgctl.work().resolve("lines.txt"), "project create Other\nexport --dir out\n");
        assertThat(orgctl.run("batch", "-f", "lines.txt", "--dry-run").exit()).isEqualTo(2);
        assertThat(orgctl.work().resolve("backup.db")).doesNotExist();
        assertThat(orgctl.work().resolve("out")).doesNotExist();
    }

    @Test
    void changesGoOnMeanwhile() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        FutureTask<Integer> changes = new FutureTask<>(() -> {
            int number = 0;
            while (!isOver.get() || number == 0) {
                number++;
                orgctl.must("config", "set", "number=" + number, "--env", "website:sandbox");
            }
            return number;
        });
        new Thread(changes).start();
        for (int i = 0; i < BACKUPS; i++) {
            orgctl.must("store", "backup", "backup" + i + ".db");
        }
        isOver.set(true);
        assertThat(changes.get()).isPositive();
        for (int i = 0; i < BACKUPS; i++) {
            String backup = "backup" + i + ".db";
            String sound = "all(.ok or .check == \"folder permissions\")";
            assertThat(orgctl.run("store", "check", "--jq", sound, "--store", backup)
                            .out())
                    .isEqualTo("true\n");
            assertThat(orgctl.run("audit", "verify", "--store", backup).exit()).isZero();
        }
    }

    /** Needs the right to mount a file system. */
    @Test
    void nothingIsLeftOnAFullDisk() throws Exception {
        Path disk = Files.createDirectory(orgctl.work().resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=100k,mode=700", "tmpfs", disk.toString()) == 0, "can't mount");
        try {
            CliHarness.Outcome outcome = orgctl.run("store", "backup", "disk/backup.db");
            assertThat(outcome.err()).contains("can't write disk/backup.db: ");
            assertThat(outcome.exit()).isEqualTo(74);
            try (Stream<Path> left = Files.list(disk)) {
                assertThat(left).isEmpty();
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
