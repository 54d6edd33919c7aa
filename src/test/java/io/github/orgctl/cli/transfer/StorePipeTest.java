package io.github.orgctl.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.store.PostgresPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups on standard output and input. */
class StorePipeTest {
    /** A pair of keys that protects nothing. */
    private static final String RECIPIENT = "age1fwezdxk8f02kt29ep9afnhw9ev79r0rrerac2g27e5756ql4werqckp6ff";

    private static final String IDENTITY = "AGE-SECRET-KEY-1WRADYS8VV5LQ5FLH5SPVZURYARCEV36HXXMRX2QG99SW85RKJALSVFNTMU";

    @TempDir
    Path folder;

    private CliHarness orgctl;
    private String server;

    @BeforeEach
    void fill() throws Exception {
        orgctl = new CliHarness(folder);
        server = PostgresPlace.fresh().address();
        FilledStore.fill(orgctl, server);
        Files.writeString(orgctl.work().resolve("key"), IDENTITY + "\n");
    }

    /** What a command writes to standard output, byte for byte. */
    private byte[] output(String commandLine) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CliHarness.Outcome outcome = orgctl.output(out).run(commandLine.split(" "));
        orgctl.output(null);
        assertThat(outcome.exit()).as("%s", outcome).isZero();
        return out.toByteArray();
    }

    private byte[] backup(String kind) throws IOException {
        return switch (kind) {
            case "plain" -> output("store backup - --store " + server);
            case "encrypted" -> output("store backup - --store " + server + " --encrypt-to " + RECIPIENT);
            default -> {
                orgctl.piping(backup("plain")).must("store", "restore", "-", "--store", "copy.db");
                orgctl.must("store", "backup", "backup.db", "--store", "copy.db");
                yield Files.readAllBytes(orgctl.work().resolve("backup.db"));
            }
        };
    }

    private CliHarness.Outcome restore(byte[] backup, String to) {
        return orgctl.piping(backup).run("store", "restore", "-", "--identity", "key", "--store", to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "encrypted", "sqlite"})
    void comeBackOnEitherEngine(String kind) throws Exception {
        byte[] backup = backup(kind);
        for (String to : List.of("to.db", PostgresPlace.fresh().address())) {
            assertThat(restore(backup, to).exit()).isZero();
            for (String look : List.of("export -o json --org acme", "billing usage list --org acme -o json")) {
                assertThat(orgctl.must((look + " --store " + to).split(" ")))
                        .isEqualTo(orgctl.must((look + " --store " + server).split(" ")))
                        .isNotEmpty();
            }
            assertThat(orgctl.run("audit", "verify", "--store", to).exit()).isZero();
        }
    }

    /** A program in front of the pipe that fails leaves a part. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "encrypted", "sqlite"})
    void aPartIsNotRestored(String kind) throws Exception {
        byte[] backup = backup(kind);
        orgctl.must("org", "create", "Other", "--store", "to.db");
        byte[] before = Files.readAllBytes(orgctl.work().resolve("to.db"));
        for (int part = 0; part < 8; part++) {
            byte[] cut = Arrays.copyOf(backup, backup.length * part / 8);
            CliHarness.Outcome outcome = orgctl.piping(cut)
                    .run("store", "restore", "-", "--identity", "key", "--store", "to.db", "--confirm", "to.db");
            assertThat(outcome.exit()).as("%d of 8: %s", part, outcome).isEqualTo(9);
        }
        assertThat(Files.readAllBytes(orgctl.work().resolve("to.db"))).isEqualTo(before);
    }

    @Test
    void aDumpIsTheSameAsInAFile() throws IOException {
        orgctl.must("store", "backup", "dump", "--store", server);
        String file = Files.readString(orgctl.work().resolve("dump"));
        String piped = new String(output("store backup - --store " + server), StandardCharsets.UTF_8);
        assertThat(rows(piped)).isEqualTo(rows(file)).hasSizeGreaterThan(50);
    }

    /** The lines between the first and the last, which have the time of the dump and the digest of it all. */
    private static List<String> rows(String dump) {
        List<String> lines = dump.lines().toList();
        return lines.subList(1, lines.size() - 1);
    }

    @Test
    void noneIsWrittenToATerminalOrReadFromOne() {
        orgctl.terminals("ioe");
        CliHarness.Outcome backup = orgctl.run("store", "backup", "-", "--store", server);
        assertThat(backup.exit()).isEqualTo(2);
        assertThat(backup.out()).isEmpty();
        assertThat(backup.err()).contains("a backup is not written to a terminal", "> FILE");
        CliHarness.Outcome restore = orgctl.run("store", "restore", "-", "--store", "to.db");
        assertThat(restore.exit()).isEqualTo(2);
        assertThat(restore.err()).contains("standard input is a terminal");
        assertThat(orgctl.work().resolve("to.db")).doesNotExist();
    }
}
