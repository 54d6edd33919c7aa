package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills processes at random moments, two at a time, while they change a store. {@code -Dorgctl.faults.kills} sets their
 * number, and {@code -Dorgctl.seed} the random seed.
 */
class KilledProcessesIT {
    private static final int KILLS = Integer.getInteger("orgctl.faults.kills", 12);
    private static final int LINES = 30;

    @TempDir
    Path scratch;

    private Installation orgctl;
    private NumberedChanges changes;
    private int next = 1;

    private record Victim(Process process, Path output, int first, boolean isBatch) {}

    private Victim start(boolean batch) throws Exception {
        int first = next;
        Path output = Files.createTempFile(scratch, "victim", ".out");
        if (!batch) {
            next++;
            return new Victim(
                    orgctl.start(output, NumberedChanges.commandLine(first).split(" ")), output, first, false);
        }
        next += LINES;
        Path file = Files.writeString(
                Files.createTempFile(scratch, "victim", ".batch"),
                IntStream.range(first, next)
                        .mapToObj(NumberedChanges::commandLine)
                        .collect(Collectors.joining("\n")));
        return new Victim(orgctl.start(output, "batch", "-f", file.toString()), output, first, true);
    }

    /** Waits for the process, and returns the nanoseconds it took. */
    private void end(Victim victim) throws Exception {
        victim.process.waitFor();
        String output = Files.readString(victim.output);
        if (victim.isBatch) {
            changes.acknowledge(output, victim.first);
        } else if (victim.process.exitValue() == 0) {
            changes.acknowledge(victim.first);
        }
        assertThat(victim.process.exitValue()).as(output).isIn(0, 137);
    }

    @ParameterizedTest
    @EnumSource
    void loseNothingAndLeaveNothingHalfDone(Engine engine) throws Exception {
        scratch = scratch.toRealPath();
        orgctl = Installation.archived(scratch);
        orgctl.env.put("ORGCTL_STORE", engine.place(scratch));
        changes =
                new NumberedChanges(Files.createDirectory(scratch.resolve("harness")), orgctl.env.get("ORGCTL_STORE"));
        Random random = new Random(Long.getLong("orgctl.seed", 11));
        long began = System.nanoTime();
        end(start(true));
        long longest = System.nanoTime() - began;
        for (int killed = 0; killed < KILLS; killed += 2) {
            List<Victim> victims = new ArrayList<>(List.of(start(random.nextBoolean()), start(true)));
            for (Victim victim : victims) {
                victim.process.waitFor((long) (random.nextDouble() * longest / 2), TimeUnit.NANOSECONDS);
                victim.process.destroyForcibly();
            }
            for (Victim victim : victims) {
                end(victim);
            }
            changes.assertSound();
        }
        changes.assertNothingLost();
        orgctl.must("org", "create", "Survivor");
        try (var files = Files.list(scratch)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.contains("store.db"))
                            .toList())
                    .isSubsetOf("store.db");
        }
    }
}
