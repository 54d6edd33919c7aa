package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes with one store, and processes that end before their time. */
class ConcurrencyIT {
    @TempDir
    Path scratch;

    private Installation orgctl;

    @BeforeEach
    void install() throws Exception {
        scratch = scratch.toRealPath();
        orgctl = Installation.archived(scratch);
        orgctl.env.put("ORGCTL_ORG", "acme");
    }

    private List<Run> atOnce(List<String[]> commandLines) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(commandLines.size());
        try {
            List<Future<Run>> running = new ArrayList<>();
            for (String[] commandLine : commandLines) {
                running.add(threads.submit(() -> orgctl.run(commandLine)));
            }
            List<Run> ended = new ArrayList<>();
            for (Future<Run> each : running) {
                ended.add(each.get());
            }
            return ended;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String[] words(String commandLine) {
        return commandLine.split(" ");
    }

    private List<String> lines(String commandLine) throws Exception {
        Run run = orgctl.run(words(commandLine));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    @Test
    void oneOfTwoWinsEvenBeforeThereIsAStore() throws Exception {
        List<Run> runs = atOnce(List.of(words("org create Acme"), words("org create Acme")));
        assertThat(runs).extracting(Run::exit).containsExactlyInAnyOrder(0, 4);
        runs = atOnce(List.of(words("project create Website"), words("project create Website")));
        assertThat(runs).extracting(Run::exit).containsExactlyInAnyOrder(0, 4);
        assertThat(lines("project list -o ids")).hasSize(1);
        assertThat(lines("env list -o ids")).hasSize(2);
    }

    @Test
    void bothAreContentWhenTheyAllowForEachOther() throws Exception {
        lines("org create Acme");
        String[] create = words("project create Website --if-not-exists -o ids");
        List<Run> runs = atOnce(List.of(create, create, create));
        assertThat(runs).extracting(Run::exit).containsOnly(0);
        assertThat(runs.stream().map(Run::out).distinct()).hasSize(1);
        assertThat(lines("env list -o ids")).hasSize(2);
    }

    @Test
    void manyChangesAtOnceAllSucceed() throws Exception {
        lines("org create Acme");
        List<Run> runs = atOnce(IntStream.range(0, 12)
                .mapToObj(i -> words("project create Project-" + i))
                .toList());
        assertThat(runs).allSatisfy(run -> assertThat(run.exit()).as(run.err()).isZero());
        assertThat(lines("project list -o ids")).hasSize(12);
        assertThat(lines("env list -o ids")).hasSize(24).doesNotHaveDuplicates();
        assertThat(lines("org show acme --jq .projects")).containsExactly("12");
        assertThat(lines("store check --jq all(.ok)")).containsExactly("true");
    }

    /** None removes or replaces what another one is still writing. */
    @Test
    void backupsToOneFileAreWhole() throws Exception {
        lines("org create Acme");
        Path folder = Files.createDirectory(scratch.resolve("backups"));
        Path backup = folder.resolve("backup.db");
        String[] command = words("store backup " + backup + " --force");
        for (Run run : atOnce(List.of(command, command, command, command))) {
            assertThat(run.exit()).as(run.err()).isZero();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(backup);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(lines("audit verify --store " + backup + " --jq .[].ok")).containsOnly("true");
        assertThat(lines("org list -o csv --no-header --fields slug --store " + backup))
                .containsExactly("acme");
    }

    /** Who may not write in the store's folder can't tell a writer to wait, but never sees half of what it does. */
    @Test
    void aReaderWhoMayNotWriteSeesOneStateAtATime() throws Exception {
        lines("org create Acme");
        Path folder = scratch.resolve(".local/share/orgctl");
        Path view = Files.createDirectory(scratch.resolve("view"));
        String[] mount = {
            "-c", "mount --bind \"$0\" \"$1\" && mount -o remount,ro,bind \"$1\"", folder.toString(), view.toString()
        };
        assumeTrue(orgctl.runAs("/bin/sh", mount).exit() == 0, "can't mount");
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<Void> writing = writer.submit(() -> {
                for (int i = 0; i < 12; i++) {
                    lines("project create Project-" + i);
                }
                return null;
            });
            do {
                Run check = orgctl.run("store", "check", "--jq", "all(.ok)", "--store", view + "/orgctl.db");
                assertThat(check.out()).as(check.err()).isEqualTo("true\n");
            } while (!writing.isDone());
            writing.get();
        } finally {
            writer.shutdownNow();
            orgctl.runAs("/bin/sh", "-c", "umount \"$0\"", view.toString());
        }
    }

    /** Kills processes all along their way, from before the first file is there. */
    @Test
    void aKilledProcessLeavesAWholeStore() throws Exception {
        // The way is longer without.
        orgctl.env.put("ORGCTL_ARCHIVE", "off");
        orgctl.runAs("/bin/sh", "-c", """
                        for i in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19; do
                            "$0" org create Acme --if-not-exists >/dev/null 2>&1 &
                            first=$!
                            "$0" project create "Project $i" >/dev/null 2>&1 &
                            second=$!
                            sleep 0.$((i % 10))$((i % 3))
                            kill -9 $first $second 2>/dev/null
                            wait
                        done
                        true
                        """, orgctl.home.resolve("bin/orgctl").toString());
        lines("org create Acme --if-not-exists");
        lines("project create Survivor");
        assertThat(lines("store check --jq all(.ok)")).containsExactly("true");
        assertThat(lines("env list -o ids"))
                .hasSize(2 * lines("project list -o ids").size());
        Path folder = scratch.resolve(".local/share/orgctl");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("orgctl.db");
        }
    }
}
