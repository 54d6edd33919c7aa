package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation;
import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many processes change a store while one reads it. {@code -Dorgctl.faults.processes} and
 * {@code -Dorgctl.faults.changes} set the number of processes and the number of changes of each.
 */
class ManyProcessesIT {
    private static final int PROCESSES = Integer.getInteger("orgctl.faults.processes", 6);
    private static final int CHANGES = Integer.getInteger("orgctl.faults.changes", 12);
    private static final String PAIRS = "group_by(.project) | all(length == 2)";

    @TempDir
    Path scratch;

    private Installation orgctl;

    private record Writer(Process process, Path output, int first) {}

    private Writer write(int first) throws Exception {
        Path file = Files.writeString(
                scratch.resolve(first + ".batch"),
                IntStream.range(first, first + CHANGES)
                        .mapToObj(NumberedChanges::commandLine)
                        .collect(Collectors.joining("\n")));
        Path output = scratch.resolve(first + ".out");
        return new Writer(orgctl.start(output, "batch", "-f", file.toString()), output, first);
    }

    @ParameterizedTest
    @EnumSource
    void allOfThemSucceed(Engine engine, TestReporter reporter) throws Exception {
        scratch = scratch.toRealPath();
        orgctl = Installation.archived(scratch);
        orgctl.env.put("ORGCTL_STORE", engine.place(scratch));
        NumberedChanges changes =
                new NumberedChanges(Files.createDirectory(scratch.resolve("harness")), orgctl.env.get("ORGCTL_STORE"));
        long began = System.nanoTime();
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            writers.add(write(1 + i * CHANGES));
        }
        int reads = 0;
        do {
            Run pairs = orgctl.run("env", "list", "--all-orgs", "-o", "json", "--jq", PAIRS);
            assertThat(pairs.out()).as(pairs.err()).isEqualTo("true\n");
            reads++;
        } while (writers.stream().anyMatch(writer -> writer.process.isAlive()));
        double seconds = (System.nanoTime() - began) / 1e9;
        for (Writer writer : writers) {
            String output = Files.readString(writer.output);
            assertThat(writer.process.waitFor()).as(output).isZero();
            changes.acknowledge(output, writer.first);
        }
        assertThat(changes.count()).isEqualTo(PROCESSES * CHANGES);
        changes.assertExactlyAcknowledged();
        reporter.publishEntry(engine + ": changes a second", Long.toString(Math.round(PROCESSES * CHANGES / seconds)));
        reporter.publishEntry(engine + ": reads meanwhile", Integer.toString(reads));
    }

    /** Of those who change what they have read, one wins each time. */
    @ParameterizedTest
    @EnumSource
    void oneOfThoseWhoNameARevisionWins(Engine engine) throws Exception {
        scratch = scratch.toRealPath();
        orgctl = Installation.archived(scratch);
        orgctl.env.put("ORGCTL_STORE", engine.place(scratch));
        orgctl.must("org", "create", "Acme");
        String lines = IntStream.rangeClosed(1, CHANGES)
                .mapToObj(revision ->
                        "org update acme --description d%d-by-%s --if-revision %d".formatted(revision, "%s", revision))
                .collect(Collectors.joining("\n"));
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            Path file = Files.writeString(scratch.resolve(i + ".batch"), lines.replace("%s", Integer.toString(i)));
            Path output = scratch.resolve(i + ".out");
            writers.add(new Writer(orgctl.start(output, "batch", "--keep-going", "-f", file.toString()), output, i));
        }
        int won = 0;
        for (Writer writer : writers) {
            assertThat(writer.process.waitFor()).isIn(0, 4);
            String output = Files.readString(writer.output);
            won += output.split("\"exitCode\":0,", -1).length - 1;
            assertThat(output.split("\"exitCode\":4,", -1).length + output.split("\"exitCode\":0,", -1).length - 2)
                    .as(output)
                    .isEqualTo(CHANGES);
        }
        assertThat(orgctl.must("org", "show", "acme", "--jq", ".revision").out())
                .isEqualTo(won + 1 + "\n");
        orgctl.must("audit", "verify");
    }
}
