package io.github.orgctl.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.core.model.configuration.Value;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Any text survives a round trip through every format. A try covers many texts, because starting a shell is slow. */
class RoundTripTest {
    private static final int TRIES = 25;
    private static final int TEXTS = 60;
    private static final long LIMIT_SECONDS = 60;
    private static final String ENVIRONMENT = "acme/website:sandbox";

    /** Evaluates the exported text and prints the named variables, each followed by NUL. */
    private static final String RESTORING = """
            eval "$(cat "$1")"
            shift
            for name; do
                eval "printf '%s\\\\000' \\"\\$$name\\""
            done
            """;

    private static final List<String> NAMES_OF_SHELLS = List.of(
            ("RANDOM SECONDS OPTIND OPTARG OPTERR LINENO UID EUID GID EGID PPID BASHPID SHELLOPTS BASHOPTS BASH_VERSINFO"
                            + " BASH_ENV ENV EPOCHSECONDS EPOCHREALTIME SRANDOM HISTCMD HISTSIZE HISTCHARS SAVEHIST SHLVL"
                            + " LINES COLUMNS GROUPS FUNCNAME FUNCNEST DIRSTACK PIPESTATUS MAILCHECK KEYTIMEOUT LISTMAX"
                            + " TTYIDLE ERRNO USERNAME LOGNAME ARGC ARGV STATUS PS4 PROMPT_COMMAND REPLY TMOUT CDPATH"
                            + " MANPATH FPATH PSVAR BASH_COMMAND ZSH_SUBSHELL ZSH_EVAL_CONTEXT HOME PWD REPORTTIME")
                    .split(" "));

    private Path folder;
    private CliHarness orgctl;

    @BeforeTry
    void makeEnvironments() throws IOException {
        folder = Files.createTempDirectory("orgctl-round-trip");
        orgctl = new CliHarness(folder);
        must("org", "create", "Acme");
        must("project", "create", "Website", "--org", "acme");
    }

    @AfterTry
    void clear() throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Outcome must(String... arguments) {
        Outcome outcome = orgctl.run(arguments);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome;
    }

    /** Sets k.0, k.1 and so on; as JSON, because a lone {@code -} would be standard input. */
    private void set(List<String> texts) {
        List<String> words = new ArrayList<>(List.of("config", "set", "--json", "--env", ENVIRONMENT));
        for (int i = 0; i < texts.size(); i++) {
            words.add("k." + i + "=" + Value.ofText(texts.get(i)).json());
        }
        must(words.toArray(new String[0]));
    }

    private Path export(String environment, String format) throws IOException {
        String text = must("env", "export", environment, "--format", format).out();
        return Files.writeString(folder.resolve("work/exported." + format), text);
    }

    @Property(tries = TRIES)
    void shellsRestoreEveryTextAndRunNothing(@ForAll("texts") List<String> texts) throws Exception {
        set(texts);
        Path exported = export(ENVIRONMENT, "shell");
        StringBuilder expected = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            names.add("K_" + i);
            expected.append(texts.get(i)).append('\0');
        }
        for (String shell : List.of("sh", "bash", "zsh")) {
            if (isInstalled(shell)) {
                assertThat(restored(shell, exported, names)).as(shell).isEqualTo(expected.toString());
            }
        }
    }

    /** Every name that a shell uses is either refused or harmless. */
    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
    void shellsRestoreWhatIsNamedLikeTheirOwn(@ForAll("hostileNumbers") String text) throws Exception {
        List<String> restorable = new ArrayList<>();
        for (String name : NAMES_OF_SHELLS) {
            String word =
                    name.toLowerCase(Locale.ROOT) + "=" + Value.ofText(text).json();
            must("config", "set", "--json", "--env", ENVIRONMENT, word);
            Outcome outcome = orgctl.run(
                    "env", "export", ENVIRONMENT, "--format", "shell", "--only", name.toLowerCase(Locale.ROOT));
            // Those that change which programs run are refused before the others.
            assertThat(outcome.exit()).as(name).isIn(0, 5, 8);
            if (outcome.exit() == 0) {
                restorable.add(outcome.out());
                Path exported = Files.writeString(folder.resolve("work/exported"), outcome.out());
                for (String shell : List.of("sh", "bash", "zsh")) {
                    if (isInstalled(shell)) {
                        assertThat(restored(shell, exported, List.of(name)))
                                .as(name + " in " + shell)
                                .isEqualTo(text + '\0');
                    }
                }
            } else if (outcome.exit() == 5) {
                assertThat(outcome.err()).contains("'" + name.toLowerCase(Locale.ROOT) + "'", "reserved by shells");
            }
        }
        assertThat(restorable).hasSizeGreaterThan(4);
    }

    @Provide
    Arbitrary<String> hostileNumbers() {
        return Arbitraries.of("a[$(touch harm)]", "5.5", "", "x y");
    }

    /** A developer's machine may lack a shell; CI may not. */
    private static boolean isInstalled(String shell) {
        boolean installed = Files.exists(Path.of("/bin", shell)) || Files.exists(Path.of("/usr/bin", shell));
        assertThat(installed || System.getenv("CI") == null).as(shell).isTrue();
        return installed;
    }

    private String restored(String shell, Path exported, List<String> names) throws Exception {
        List<String> command = new ArrayList<>(List.of(shell, "-c", RESTORING, shell, exported.toString()));
        command.addAll(names);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(folder.resolve("empty")).toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(err).hasContent("");
        assertThat(folder.resolve("empty")).isEmptyDirectory();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    @Property(tries = TRIES)
    void importingWhatWasExportedChangesNothing(@ForAll("dotenvTexts") List<String> texts) throws IOException {
        set(texts);
        Path exported = export(ENVIRONMENT, "dotenv");
        Outcome again = must(
                "config", "import", "--replace", "--format", "dotenv", "--env", ENVIRONMENT, "-f", exported.toString());
        assertThat(again.err()).contains("nothing to change");
    }

    @Property(tries = TRIES)
    void dotenvCarriesEveryTextToAnotherEnvironment(@ForAll("dotenvTexts") List<String> texts) throws IOException {
        set(texts);
        Path exported = export(ENVIRONMENT, "dotenv");
        String file = exported.toString();
        must("config", "import", "--format", "dotenv", "--env", "acme/website:live", "-f", file, "--yes");
        assertThat(export("acme/website:live", "json")).hasSameTextualContentAs(export(ENVIRONMENT, "json"));
    }

    @Property(tries = TRIES)
    void treesInYamlAndJsonKeepEveryText(@ForAll("texts") List<String> texts) throws IOException {
        set(texts);
        for (String format : List.of("yaml", "json")) {
            String tree = must("config", "list", "--tree", "--env", ENVIRONMENT, "-o", format)
                    .out();
            Path file = Files.writeString(folder.resolve("tree." + format), tree);
            Outcome again = must("config", "import", "--replace", "--env", ENVIRONMENT, "-f", file.toString());
            assertThat(again.err()).as(tree).contains("nothing to change");
        }
    }

    @Property(tries = TRIES)
    void javaReadsEveryTextFromProperties(@ForAll("texts") List<String> texts) throws IOException {
        set(texts);
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(export(ENVIRONMENT, "properties"))));
        for (int i = 0; i < texts.size(); i++) {
            assertThat(properties.getProperty("K_" + i)).isEqualTo(texts.get(i));
        }
    }

    /** Characters with a meaning in shells or dotenv, and any other Unicode character except NUL. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> hostile = Arbitraries.strings()
                .withChars("'\"\\$`!\n\r\t -#=*?~&|;<>(){}[]%^:,é€\u0085\u2028\u0001\u007f")
                .ofMaxLength(30);
        Arbitrary<String> any = Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(30)
                .map(RoundTripTest::text);
        Arbitrary<String> plain = Arbitraries.of(
                "",
                "-",
                "-n",
                "true",
                "null",
                "0123",
                "1e3",
                "$(touch harm)",
                "`touch harm`",
                "a # b",
                "~",
                "%s",
                "\n");
        return Arbitraries.oneOf(hostile, any, plain).list().ofSize(TEXTS);
    }

    /** Texts that can be written; the writer's own test covers the rest. */
    @Provide
    Arbitrary<List<String>> dotenvTexts() {
        return texts().map(texts -> texts.stream()
                .map(text -> text.endsWith("\\") ? text + "/" : text)
                .toList());
    }

    private static String text(List<Integer> points) {
        StringBuilder text = new StringBuilder();
        points.forEach(text::appendCodePoint);
        return text.toString();
    }
}
