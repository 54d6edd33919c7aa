package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.packaged.Installation;
import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store on a disk that is full or read-only, or has a file size limit. {@code -Dorgctl.faults.steps} sets the number
 * of sizes. Requires the right to mount a file system.
 */
class FullDiskIT {
    private static final int TRIED = Integer.getInteger("orgctl.faults.steps", 3);
    private static final int DISK_KILOBYTES = 2000;

    /** More than a change takes. */
    private static final int FREE_KILOBYTES = 120;

    @TempDir
    Path scratch;

    private Path disk;
    private Installation orgctl;
    private CliHarness harness;
    private int next;

    @BeforeEach
    void mount() throws Exception {
        scratch = scratch.toRealPath();
        disk = Files.createDirectory(scratch.resolve("disk"));
        orgctl = Installation.archived(scratch);
        orgctl.env.put("ORGCTL_STORE", disk.resolve("store.db").toString());
        harness = new CliHarness(Files.createDirectory(scratch.resolve("harness")))
                .set("ORGCTL_STORE", orgctl.env.get("ORGCTL_STORE"));
        String options = "size=" + DISK_KILOBYTES + "k,mode=700";
        assumeTrue(run("mount -t tmpfs -o " + options + " tmpfs " + disk).exit() == 0, "can't mount");
        harness.must("org", "create", "Acme");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount " + disk);
    }

    private Run run(String commandLine) throws Exception {
        return orgctl.runAs("/bin/sh", "-c", commandLine);
    }

    /** All of them, or those around which SQLite can't make its files and some at random. */
    private static int[] sizes(int most) {
        return TRIED >= most
                ? IntStream.range(0, most).toArray()
                : IntStream.concat(IntStream.of(0, 4, 31), new Random().ints(TRIED, 0, most))
                        .toArray();
    }

    private List<String> organizations() {
        return harness.must("org", "list", "-o", "csv", "--fields", "slug", "--no-header")
                .lines()
                .toList();
    }

    /** Done, or refused as for want of space, with the store as it was. */
    private void assertDoneOrNot(Run change, List<String> before, String slug) {
        assertThat(change.exit()).as(change.toString()).isIn(0, 74);
        if (change.exit() == 0) {
            assertThat(organizations()).contains(slug).hasSize(before.size() + 1);
        } else {
            assertThat(change.err()).doesNotContain("a bug");
            assertThat(organizations()).isEqualTo(before);
        }
        assertSound();
    }

    private void assertSound() {
        CliHarness.Outcome check = harness.run("store", "check", "-o", "csv");
        assertThat(check.exit()).as(check.toString()).isZero();
    }

    private void fill(int leaveKilobytes) throws Exception {
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(disk.resolve("ballast"), new byte[(int) Math.max(0, free - leaveKilobytes * 1024L)]);
    }

    @Test
    void aFullDiskKeepsWhatWasThere() throws Exception {
        for (int kilobytes : sizes(FREE_KILOBYTES)) {
            List<String> before = organizations();
            String slug = "o" + next++;
            fill(kilobytes);
            Run change = orgctl.run("org", "create", slug);
            assertThat(orgctl.run("org", "list").exit()).as("on the full disk").isZero();
            Files.delete(disk.resolve("ballast"));
            assertDoneOrNot(change, before, slug);
            assertThat(change.exit() == 0 || change.err().contains("the disk is full"))
                    .as(change.err())
                    .isTrue();
            orgctl.must("org", "create", "after-" + slug);
        }
    }

    /** A transaction that grows beyond the space, line by line. */
    @Test
    void aLongTransactionIsTakenBack() throws Exception {
        Path lines = Files.writeString(
                scratch.resolve("lines"),
                IntStream.range(0, 400)
                        .mapToObj(i -> "project create p" + i + " --org acme")
                        .collect(Collectors.joining("\n")));
        fill(300);
        Run batch = orgctl.run("batch", "--atomic", "-f", lines.toString());
        Files.delete(disk.resolve("ballast"));
        assertThat(batch.exit()).as(batch.err()).isEqualTo(74);
        assertThat(harness.must("project", "list", "--all-orgs", "-o", "ids")).isEmpty();
        assertSound();
        orgctl.must("project", "create", "After", "--org", "acme");
    }

    @Test
    void aLimitForFilesIsLikeAFullDisk() throws Exception {
        // In units of 512 bytes, around the size of the file and that of its log.
        int store = (int) (Files.size(disk.resolve("store.db")) / 512);
        for (int blocks : sizes(store + 200)) {
            List<String> before = organizations();
            String slug = "o" + next++;
            Run change = run("ulimit -f " + (blocks + 8) + "; exec " + orgctl.home + "/bin/orgctl org create " + slug);
            assertDoneOrNot(change, before, slug);
            orgctl.must("org", "create", "after-" + slug);
        }
    }

    @Test
    void aReadOnlyDiskIsReadAndNotChanged() throws Exception {
        assertThat(run("mount -o remount,ro " + disk).exit()).isZero();
        for (String change : List.of("org create X", "org create X --dry-run", "org delete acme --confirm acme")) {
            Run refused = orgctl.run(change.split(" "));
            assertThat(refused.exit()).as(refused.toString()).isEqualTo(74);
            assertThat(refused.err()).contains("read-only");
        }
        assertThat(orgctl.must("org", "list", "-o", "ids").out()).isNotEmpty();
        assertThat(run("mount -o remount,rw " + disk).exit()).isZero();
        orgctl.must("org", "create", "After");
        assertSound();
    }
}
