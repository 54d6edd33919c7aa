package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets of the packaged program: where their values must not be, and what is done with the terminal and the keys. */
@Execution(ExecutionMode.CONCURRENT)
class SecretsIT {
    private static final String VALUE = "correct-horse-battery-staple";

    @TempDir
    static Path prepared;

    @TempDir
    Path scratch;

    private Installation orgctl;
    private Path value;
    private final List<Run> runs = new ArrayList<>();
    private Connection reader;

    @BeforeAll
    static void prepare() throws Exception {
        Installation first = Installation.archived(prepared);
        first.must("org", "create", "Acme", "--use");
        first.must("project", "create", "Website", "--use");
    }

    @BeforeEach
    void install() throws Exception {
        scratch = scratch.toRealPath();
        orgctl = Installation.archived(Installation.copy(prepared, scratch.resolve("home")));
        orgctl.env.put("TERM", "xterm");
        // Outside what is searched for it.
        value = Files.writeString(scratch.resolve("value"), VALUE);
    }

    @AfterEach
    void close() throws Exception {
        if (reader != null) {
            reader.close();
        }
    }

    private Run must(String commandLine) throws Exception {
        Run run = run(commandLine);
        assertThat(run.exit()).as(commandLine + ": " + run.err()).isZero();
        return run;
    }

    private Run run(String commandLine) throws Exception {
        Run run = orgctl.run(commandLine.split(" "));
        runs.add(run);
        return run;
    }

    private Path data() {
        return orgctl.workingDirectory.resolve(".local/share/orgctl");
    }

    private Path store() {
        return data().resolve("orgctl.db");
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + store());
    }

    private static List<String> forms() {
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(Integer.toHexString(b));
        }
        // At each of the three places where it can stand in Base64, without the ends that depend on what is around it.
        List<String> forms = new ArrayList<>(List.of(VALUE, hex.toString()));
        for (String before : List.of("", "x", "xx")) {
            String base64 = Base64.getEncoder().encodeToString((before + VALUE).getBytes(StandardCharsets.UTF_8));
            forms.add(base64.substring(4, base64.length() - 4));
        }
        return forms;
    }

    private static void assertNothingOfIt(String text, Object where) {
        for (String form : forms()) {
            assertThat(text.toLowerCase(Locale.ROOT)).as("%s", where).doesNotContain(form.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void theValueIsNowhere() throws Exception {
        // While this one reads, the write-ahead log stays what it is.
        reader = connect();
        try (Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM environment").close();
        }
        must("secret set db.password --mode sandbox --debug --from-file " + value);
        must("secret set db.other --mode live --debug --from-file " + value);
        must("secret set db.password --mode sandbox --debug --from-file " + value);
        must("secret set db.third --mode sandbox --debug --dry-run --from-file " + value);
        must("secret list --mode sandbox --debug -o json");
        run("env diff --debug -o yaml");
        must("env history --mode sandbox --debug");
        must("secret rotate-key --debug --forget-old-keys");
        assertThat(run("secret set db.password " + VALUE + " --mode sandbox --debug")
                        .exit())
                .isEqualTo(2);
        assertThat(run("secret set db.password=" + VALUE + " --mode sandbox --debug")
                        .exit())
                .isEqualTo(2);
        assertThat(run("secret set db.password -" + VALUE + " --mode sandbox --debug -o json")
                        .exit())
                .isEqualTo(2);
        assertThat(run("secret set db.password --ref " + VALUE + " --mode sandbox --debug")
                        .exit())
                .isEqualTo(2);
        assertThat(run("secret set db.password.x --mode sandbox --debug --from-file " + value)
                        .exit())
                .isEqualTo(5);
        must("env lock --mode sandbox --reason because");
        assertThat(run("secret set db.fourth --mode sandbox --debug --from-file " + value)
                        .exit())
                .isEqualTo(8);
        Files.writeString(data().resolve("keyset.json"), "{}", StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(run("secret reveal db.password --mode sandbox --debug").exit())
                .isEqualTo(9);
        assertThat(run("secret set db.fifth --mode live --debug --from-file " + value)
                        .exit())
                .isEqualTo(9);

        for (Run run : runs) {
            assertNothingOfIt(run.out() + run.err(), run);
        }
        List<Path> files;
        try (Stream<Path> below = Files.walk(orgctl.workingDirectory)) {
            files = below.filter(Files::isRegularFile).toList();
        }
        assertThat(files).contains(store(), Path.of(store() + "-wal"), Path.of(store() + "-shm"));
        for (Path file : files) {
            assertNothingOfIt(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), file);
        }
    }

    /** So that the search can't pass by looking in the wrong way. */
    @Test
    void theValueWouldBeFound() throws Exception {
        must("config set db.password=" + VALUE + " --mode sandbox");
        assertThat(new String(Files.readAllBytes(store()), StandardCharsets.ISO_8859_1))
                .contains(VALUE);
        for (String before : List.of("", "a", "ab")) {
            String base64 = Base64.getEncoder().encodeToString((before + VALUE + "!").getBytes(StandardCharsets.UTF_8));
            assertThat(forms()).anyMatch(base64::contains);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // To another key, to the other environment, and not the same any more.
        "UPDATE environment_value SET key = 'b' WHERE key = 'a', sandbox, b",
        "UPDATE environment_value SET environment_id = (SELECT id FROM environment WHERE mode = 'live'), live, a",
        "UPDATE environment_value SET value = 'AAAA' || value, sandbox, a",
    })
    void aMovedCiphertextIsRefused(String byHand, String mode, String key) throws Exception {
        must("secret set a --mode sandbox --from-file " + value);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(byHand);
        }
        Run run = run("secret reveal " + key + " --mode " + mode);
        assertThat(run.exit()).isEqualTo(9);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("moved or changed in the store");
        assertThat(run("secret rotate-key").exit()).isEqualTo(9);
    }

    /** With stores of their own, so that nothing but the keyset makes one wait for the other. */
    @Test
    void processesAtOnceAgreeOnOneKeyset() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Run>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Path store = Files.copy(store(), orgctl.workingDirectory.resolve(i + ".db"));
                running.add(threads.submit(() -> orgctl.run(
                        "secret",
                        "set",
                        "a",
                        "--mode",
                        "sandbox",
                        "--from-file",
                        value.toString(),
                        "--store",
                        store + "")));
            }
            for (Future<Run> each : running) {
                assertThat(each.get().exit()).as(each.get().err()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(must("secret reveal a --mode sandbox --store " + i + ".db")
                            .out())
                    .isEqualTo(VALUE + "\n");
        }
    }

    @Test
    void newerJavaWarnsOfNothing() throws Exception {
        // Each would have an archive made.
        orgctl.env.put("ORGCTL_ARCHIVE", "off");
        must("secret set a --mode sandbox --from-file " + value);
        try (var homes = Files.newDirectoryStream(Path.of("/usr/lib/jvm"), "*jdk*")) {
            for (Path home : homes) {
                if (Files.isExecutable(home.resolve("bin/java"))) {
                    orgctl.env.put("JAVA_HOME", home.toString());
                    Run run = must("secret reveal a --mode sandbox");
                    assertThat(run.err()).as("%s", home).isEmpty();
                }
            }
        }
    }

    @Test
    void aPromptHidesAgainAfterCtrlZ() throws Exception {
        // The second prompt is the one that comes after fg, from a terminal that a shell has made show everything.
        Path script = Files.writeString(
                scratch.resolve("script"), "set -m\n" + orgctl.home.resolve("bin/orgctl") + " \"$@\"\nstty echo\nfg\n");
        Run run = new Pty(orgctl, scratch)
                .runAs(
                        "\\x1a|typed-unseen\\n",
                        "/bin/bash",
                        script.toString(),
                        "secret",
                        "set",
                        "a",
                        "--mode",
                        "sandbox");
        assertThat(run.out()).doesNotContain("typed-unseen");
        assertThat(run.exit()).as(run.out()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "typed-unseen\\n,  0, true",
        "\\n,              2, false",
        "\\x04,            2, false",
        "typed-unse\\x03,  130, false",
    })
    void aPromptDoesNotShowWhatIsTyped(String typed, int exit, boolean kept) throws Exception {
        Path terminalAfter = scratch.resolve("after");
        // The shell stays behind the program, and says what the terminal is like then.
        Path script = Files.writeString(
                scratch.resolve("script"),
                "trap : INT\n" + orgctl.home.resolve("bin/orgctl") + " \"$@\"\nstatus=$?\nstty -a >" + terminalAfter
                        + "\nexit $status\n");
        Run run = new Pty(orgctl, scratch)
                .runAs(typed, "/bin/sh", script.toString(), "secret", "set", "a", "--mode", "sandbox", "--no-pager");
        assertThat(run.out()).contains("Value of a (not shown):").doesNotContain("typed-unse");
        assertThat(run.exit()).as(run.out()).isEqualTo(exit);
        assertThat(Files.readString(terminalAfter)).contains(" echo ").doesNotContain("-echo ");
        Run reveal = run("secret reveal a --mode sandbox");
        assertThat(reveal.exit()).isEqualTo(kept ? 0 : 3);
        assertThat(reveal.out()).isEqualTo(kept ? "typed-unseen\n" : "");
    }

    @Test
    void aPromptTakesLinesOfAnyLengthAndTheKeysThatEditThem() throws Exception {
        String value = "0123456789".repeat(6_000);
        Run run = new Pty(orgctl, scratch)
                .run(
                        "wrong\\x15a word\\x17\\x7f\\x7f" + value + "x\\x7f\\n",
                        "secret",
                        "set",
                        "a",
                        "--mode",
                        "sandbox",
                        "--no-pager");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run("secret reveal a --mode sandbox").out()).isEqualTo(value + "\n");
        Run longer = new Pty(orgctl, scratch)
                .run("0123456789".repeat(10_000) + "\\n", "secret", "set", "a", "--mode", "sandbox", "--no-pager");
        assertThat(longer.out()).contains("the value is longer than 64 KiB");
        assertThat(longer.exit()).isEqualTo(2);
    }

    @Test
    void aPromptRefusesWhatIsNotUtf8() throws Exception {
        Run run = new Pty(orgctl, scratch).run("gr\\xfcn\\n", "secret", "set", "a", "--mode", "sandbox", "--no-pager");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).contains("not UTF-8 text");
        assertThat(run("secret reveal a --mode sandbox").exit()).isEqualTo(3);
    }

    @Test
    void withoutAskingThereHasToBeAValue() throws Exception {
        Run run = new Pty(orgctl, scratch).run("", "secret", "set", "a", "--mode", "sandbox", "--no-input");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).contains("no terminal to prompt for it", "--from-file");
    }

    @Test
    void theTerminalIsAskedWhereTheOutputIsPiped() throws IOException, InterruptedException {
        Run run = new Pty(orgctl, scratch)
                .runAs(
                        "typed-unseen\\n",
                        "/bin/sh",
                        "-c",
                        orgctl.home.resolve("bin/orgctl") + " secret set a --mode sandbox -o ids | cat");
        assertThat(run.out()).contains("Value of a (not shown):").doesNotContain("typed-unseen");
        assertThat(orgctl.run("secret", "reveal", "a", "--mode", "sandbox").out())
                .isEqualTo("typed-unseen\n");
    }
}
