package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.Cli;
import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Io;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches: sources of command lines, and readers of results. */
class BatchTest {
    @TempDir
    Path folder;

    private CliHarness orgctl;
    private Path commands;

    @BeforeEach
    void install() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        commands = orgctl.work().resolve("commands.txt");
    }

    private CliHarness.Outcome batch(byte[] lines, String... options) throws IOException {
        Files.write(commands, lines);
        String[] words = new String[3 + options.length];
        System.arraycopy(new String[] {"batch", "-f", "commands.txt"}, 0, words, 0, 3);
        System.arraycopy(options, 0, words, 3, options.length);
        return orgctl.run(words);
    }

    private CliHarness.Outcome batch(String lines, String... options) throws IOException {
        return batch(lines.getBytes(StandardCharsets.UTF_8), options);
    }

    private String projects() {
        return orgctl.must("project", "list", "-o", "csv", "--no-header", "--fields", "name");
    }

    @Test
    void linesEndAsAnyEditorEndsThem() throws IOException {
        CliHarness.Outcome outcome =
                batch("\ufeffproject create One\r\n\r\nproject create 'Two'\r\nproject create Three");
        assertThat(outcome.exit()).as(outcome.out()).isZero();
        assertThat(projects()).isEqualTo("One\nThree\nTwo\n");
    }

    @Test
    void aLineMayBeLong() throws IOException {
        String description = "x".repeat(1000);
        String line = "project create Long --fields slug" + (" --description '" + description + "'").repeat(1000);
        assertThat(batch(line + "\nproject create Next --fields slug \\#z\n", "--keep-going")
                        .out())
                .startsWith("{\"line\":1,\"exitCode\":0")
                .contains("{\"line\":2,\"exitCode\":2");
    }

    @Test
    void whatIsNoTextIsRefusedLineByLine() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.write("project create A\0\n".getBytes(StandardCharsets.UTF_8));
        lines.write("project create \"".getBytes(StandardCharsets.UTF_8));
        // A surrogate by itself.
        lines.write(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '\n'});
        lines.write(new byte[] {(byte) 0xff, '\n'});
        lines.write(("project create " + "x".repeat(1 << 20) + "\n").getBytes(StandardCharsets.UTF_8));
        lines.write(("project create " + "y".repeat(5 << 20) + "\n").getBytes(StandardCharsets.UTF_8));
        lines.write("project create Last\n".getBytes(StandardCharsets.UTF_8));
        CliHarness.Outcome outcome = batch(lines.toByteArray(), "--keep-going");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out().lines())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .contains("\"line\":1,\"exitCode\":2")
                                .contains("NUL character at column 17"),
                        two -> assertThat(two)
                                .contains("\"line\":2,\"exitCode\":2")
                                .contains("the line is not UTF-8"),
                        three -> assertThat(three)
                                .contains("\"line\":3,\"exitCode\":2")
                                .contains("the line is not UTF-8"),
                        four -> assertThat(four)
                                .contains("\"line\":4,\"exitCode\":2")
                                .contains("too long: 1048576"),
                        five -> assertThat(five)
                                .contains("\"line\":5,\"exitCode\":2")
                                .contains("longer than 4 MiB"),
                        six -> assertThat(six).contains("\"line\":6,\"exitCode\":0"));
        assertThat(projects()).isEqualTo("Last\n");
    }

    @Test
    void millionsOfLinesAreReadOneByOne() throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(commands)) {
            for (int i = 0; i < 10_000_000; i++) {
                lines.write("#\n");
            }
            lines.write("project create Last\n");
        }
        CliHarness.Outcome outcome = orgctl.run("batch", "-f", "commands.txt");
        assertThat(outcome.out())
                .startsWith("{\"line\":10000001,\"exitCode\":0")
                .hasLineCount(1);
    }

    @Test
    void noMoreThanTwentyBadRowsAreTold() throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(orgctl.work().resolve("rows.csv"))) {
            rows.write("name,slug\n");
            for (int i = 0; i < 100_000; i++) {
                rows.write("A,__\n");
            }
        }
        CliHarness.Outcome outcome = orgctl.run("import", "projects", "-f", "rows.csv");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("100000 of 100000 rows failed", "line 21: ", "and 99980 more")
                .doesNotContain("line 22: ")
                .hasLineCount(23);
        assertThat(projects()).isEmpty();
    }

    @Test
    void rowsThatAreNotUtf8AreRefusedWithTheirPlace() throws IOException {
        Path rows = orgctl.work().resolve("rows.csv");
        Files.write(rows, "name\nCaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        CliHarness.Outcome latin = orgctl.run("import", "projects", "-f", "rows.csv");
        assertThat(latin.exit()).isEqualTo(2);
        assertThat(latin.err()).contains("line 2 is not UTF-8 at byte 4");
        Files.write(rows, "name\nA\n".getBytes(StandardCharsets.UTF_16));
        assertThat(orgctl.run("import", "projects", "-f", "rows.csv").err()).contains("line 1 is not UTF-8 at byte 1");
        Files.writeString(rows, "name\n\u00e9" + "\n\u4e16\ud83d\ude00".repeat(100_000), StandardCharsets.UTF_8);
        CliHarness.Outcome twice = orgctl.run("import", "projects", "-f", "rows.csv");
        assertThat(twice.err()).doesNotContain("UTF-8").contains("99");
    }

    @Test
    void aProgramThatKeepsItsPipeOpenIsAnsweredAtOnce() throws Exception {
        PipedOutputStream requests = new PipedOutputStream();
        PipedInputStream answers = new PipedInputStream(1 << 16);
        Host bare = orgctl.host();
        Io io = new Io(
                new PipedInputStream(requests),
                new PipedOutputStream(answers),
                OutputStream.nullOutputStream(),
                false,
                false,
                false);
        Host host = new Host(
                io,
                bare.environment(),
                bare.workingDirectory(),
                bare.clock(),
                bare.ids(),
                bare.credentials(),
                bare.pause());
        FutureTask<Integer> exit =
                new FutureTask<>(() -> Cli.run(new String[] {"batch", "-f", "-", "--keep-going"}, host));
        Thread server = new Thread(exit);
        server.start();
        BufferedReader reader = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
        for (String name : new String[] {"One", "One", "Two"}) {
            requests.write(("project create " + name + " --fields slug\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
            // Would wait for ever if the answer waited for more lines.
            assertThat(reader.readLine()).startsWith("{\"line\":");
        }
        requests.close();
        assertThat(exit.get()).isEqualTo(4);
        server.join();
        assertThat(projects()).isEqualTo("One\nTwo\n");
    }

    @Test
    void noLineIsRunAfterAnAnswerThatNobodyTakes() throws IOException {
        orgctl.output(new Broken(1));
        CliHarness.Outcome outcome = batch("project create One\nproject create Two\nproject create Three\n");
        orgctl.output(null);
        assertThat(outcome.exit()).isEqualTo(74);
        assertThat(outcome.err()).contains("the change was made (line 2), but can't write the output: Broken pipe");
        assertThat(projects()).isEqualTo("One\nTwo\n");
    }

    @Test
    void readingQuietlyEndsWhereNobodyReads() throws IOException {
        orgctl.output(new Broken(1));
        CliHarness.Outcome outcome = batch("org list\norg list\norg create Never\n");
        orgctl.output(null);
        assertThat(outcome).isEqualTo(new CliHarness.Outcome(0, "", ""));
        assertThat(orgctl.must("org", "list", "-o", "ids").lines()).hasSize(1);
    }

    @Test
    void whatIsShownOnceIsNotKeptUnlessItIsTaken() throws IOException {
        orgctl.output(new Broken(0));
        CliHarness.Outcome outcome = batch("project create One\ntoken create --name ci\n", "--atomic");
        orgctl.output(null);
        assertThat(outcome.err()).doesNotContain("the change was made");
        assertThat(projects()).isEmpty();
        orgctl.output(new Broken(0));
        CliHarness.Outcome kept = batch("project create One\nproject create Two\n", "--atomic");
        orgctl.output(null);
        assertThat(kept.exit()).isEqualTo(74);
        assertThat(kept.err()).contains("the change was made (2 lines), but can't write the output");
        assertThat(projects()).isEqualTo("One\nTwo\n");
    }

    /** In an atomic batch, too, a schema is understood only once it is asked for, by lines that are run again. */
    @Test
    void linesOfOneTransactionSeeSchemasAndSecrets() throws IOException {
        Files.writeString(
                orgctl.work().resolve("schema.json"),
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}}}");
        orgctl.set("OUTSIDE", "swordfish");
        CliHarness.Outcome outcome = batch(
                "project create One\nschema set one -f schema.json\nconfig set a=1 --env one:sandbox\n"
                        + "secret set s --ref env:OUTSIDE --env one:sandbox\nconfig set a=text --env one:sandbox\n",
                "--atomic");
        assertThat(outcome.out()).contains("\"line\":5,\"exitCode\":5").hasLineCount(1);
        assertThat(projects()).isEmpty();
    }

    /** A stream that fails after a number of writes. */
    private static final class Broken extends OutputStream {
        private int left;

        private Broken(int writes) {
            left = writes;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (left-- <= 0) {
                throw new IOException("Broken pipe");
            }
        }
    }
}
