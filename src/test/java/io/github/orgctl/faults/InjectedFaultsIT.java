package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.packaged.Installation;
import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Injects a fault at each system call with which a process writes a store: a kill, a full disk, or a broken disk.
 * {@code -Dorgctl.faults.calls} sets the number of calls. Requires strace.
 */
class InjectedFaultsIT {
    private static final int TRIED = Integer.getInteger("orgctl.faults.calls", 3);

    /** More than a change of a small store makes. */
    private static final int CALLS = 150;

    private static final String WRITES = "pwrite64,write,fsync,fdatasync,ftruncate,unlink,link,rename";
    private static final String STORE = "acme";

    @TempDir
    Path scratch;

    private Installation orgctl;
    private CliHarness harness;
    private Path store;
    private int next;

    @BeforeEach
    void install() throws Exception {
        scratch = scratch.toRealPath();
        orgctl = Installation.archived(scratch);
        store = Files.createDirectory(
                        scratch.resolve("data"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                .resolve("store.db");
        orgctl.env.put("ORGCTL_STORE", store.toString());
        harness =
                new CliHarness(Files.createDirectory(scratch.resolve("harness"))).set("ORGCTL_STORE", store.toString());
        assumeTrue(injected("pwrite64", "error=EIO:when=1000", "version").exit() == 0, "can't trace");
    }

    private Run injected(String calls, String fault, String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of("-f", "--seccomp-bpf", "-qqq", "-o", "/dev/null"));
        words.addAll(List.of("-e", "trace=" + calls, "-e", "inject=" + calls + ":" + fault));
        words.add(orgctl.home.resolve("bin/orgctl").toString());
        words.addAll(List.of(command));
        return orgctl.runAs("strace", words.toArray(new String[0]));
    }

    /** Some of the numbers of calls, at random unless all are tried. */
    private static int[] calls() {
        return TRIED >= CALLS
                ? IntStream.rangeClosed(1, CALLS).toArray()
                : new Random().ints(TRIED, 1, 45).toArray();
    }

    private boolean has(String slug) {
        CliHarness.Outcome shown = harness.run("org", "show", slug);
        assertThat(shown.exit()).as(shown.toString()).isIn(0, 3);
        return shown.exit() == 0;
    }

    private void assertSound(String when) {
        CliHarness.Outcome check = harness.run("store", "check", "-o", "csv");
        assertThat(check.exit()).as(when + check).isZero();
        CliHarness.Outcome verified = harness.run("audit", "verify");
        assertThat(verified.exit()).as(when + verified).isZero();
    }

    private void assertWholeOrNothing(String fault, int... exits) throws Exception {
        for (int call : calls()) {
            String slug = "o" + next++;
            String when = fault + " at call " + call + ": ";
            Run run = injected(WRITES, fault.replace("when=N", "when=" + call), "org", "create", slug);
            assertThat(run.exit())
                    .as(when + run)
                    .isIn(Arrays.stream(exits).boxed().toArray());
            if (run.exit() == 0) {
                assertThat(has(slug)).as(when).isTrue();
            } else if (run.exit() == 74 && !run.err().contains("the change was made")) {
                assertThat(has(slug)).as(when + run).isFalse();
            }
            assertSound(when);
            orgctl.must("org", "create", "after-" + slug);
        }
    }

    @Test
    void killedWhileItChangesAStore() throws Exception {
        orgctl.must("org", "create", STORE);
        assertWholeOrNothing("signal=KILL:when=N", 0, 137);
    }

    @Test
    void aDiskThatIsFullFromThenOn() throws Exception {
        orgctl.must("org", "create", STORE);
        assertWholeOrNothing("error=ENOSPC:when=N+", 0, 74);
    }

    @Test
    void aDiskThatFailsFromThenOn() throws Exception {
        orgctl.must("org", "create", STORE);
        assertWholeOrNothing("error=EIO:when=N+", 0, 74);
    }

    @Test
    void aDiskThatFailsOnce() throws Exception {
        orgctl.must("org", "create", STORE);
        assertWholeOrNothing("error=EIO:when=N", 0, 74);
    }

    /** The first change makes the store, so that there is either a whole one or none. */
    @Test
    void aStoreThatIsBeingMade() throws Exception {
        for (String fault : List.of("signal=KILL:when=N", "error=ENOSPC:when=N+", "error=EIO:when=N")) {
            for (int call : calls()) {
                String when = fault + " at call " + call + ": ";
                Run run = injected(WRITES, fault.replace("when=N", "when=" + call), "org", "create", STORE);
                assertThat(run.exit()).as(when + run).isIn(0, 74, 137);
                if (run.exit() != 137) {
                    assertThat(has(STORE)).as(when + run).isEqualTo(run.exit() == 0);
                }
                orgctl.must("org", "create", STORE, "--if-not-exists");
                assertSound(when);
                try (Stream<Path> files = Files.list(store.getParent())) {
                    assertThat(files).as(when).containsExactly(store);
                }
                Files.delete(store);
            }
        }
    }
}
