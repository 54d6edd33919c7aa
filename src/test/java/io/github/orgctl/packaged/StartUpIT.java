package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation.Run;
import io.github.orgctl.store.PostgresPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What costs time to load is not loaded by the commands that people wait for. Guards the start-up without a clock. */
class StartUpIT {
    private static final String ENUM_MAP = "java.util.EnumMap";
    private static final String STREAMS = "java.util.stream.";

    /** Each cost some 10 to 80 ms on its first use. */
    private static final List<String> NEVER = List.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.google.",
            "com.networknt.",
            "java.lang.runtime.ObjectMethods",
            "java.sql.DriverManager",
            ENUM_MAP,
            "java.util.ResourceBundle",
            "java.util.logging.",
            "java.time.format.DateTimeFormatter",
            "net.thisptr.jackson.jq.",
            "org.fusesource.jansi.internal.",
            "org.jline.",
            "org.postgresql.",
            "org.sqlite.JDBC",
            "org.sqlite.date.FastDatePrinter",
            "org.slf4j.",
            "org.yaml.snakeyaml.");

    private static final List<String> AT_SERVER = List.of(
            "java.text.NumberFormat",
            "java.util.Calendar",
            "java.util.concurrent.ForkJoinPool",
            "org.postgresql.Driver",
            "org.sqlite.");

    private static final String PICOCLI = "picocli.CommandLine";
    private static final String SQLITE = "org.sqlite.";
    /** The first lambda costs some 3.5 ms, which names that are looked up are worth. */
    private static final String LAMBDA = "java.lang.invoke.InnerClassLambdaMetafactory";

    private static final String JANSI = "org.fusesource.jansi.internal.";

    private static final String JSON = "com.fasterxml.jackson.core.";

    private static final String ATOMIC = "java.util.concurrent.atomic.";

    @TempDir
    static Path prepared;

    @TempDir
    Path scratch;

    private Installation orgctl;

    @BeforeAll
    static void prepare() throws Exception {
        Installation first = Installation.archived(prepared);
        first.must("org", "create", "Acme");
        first.must("project", "create", "Website", "--org", "acme");
        first.must("config", "set", "a=1", "--env", "acme/website:live");
    }

    @BeforeEach
    void install() throws Exception {
        scratch = Installation.copy(prepared, scratch.toRealPath());
        orgctl = new Installation(Installation.built(), scratch);
        // In an archive are classes that nobody asked for, and lambdas that are linked already.
        orgctl.env.put("ORGCTL_ARCHIVE", "off");
    }

    @ParameterizedTest
    @CsvSource({
        "org list -o json,            false, true,  true, false",
        "org list -ojson,             true,  true,  true, false",
        "org list,                    false, true,  false, false",
        "config get a --env acme/website:live, false, true,  false, true",
        "env show acme/website:live,  false, true,  false, true",
        "config list --env acme/website:live, false, true, false, true",
        "secret list --env acme/website:live, false, true, false, true",
        "__complete organization a,   false, true,  false, false",
        "version,                     false, false, false, false",
        "status --prompt=bash,        false,  false, false, false",
        "--version,                   false, false, false, false",
        "org list --help,             false, false, false, false",
        "--help,                      false, false, false, false",
        "completion bash,             false, false, false, false",
    })
    void loadsOnlyWhatItNeeds(
            String commandLine, boolean parses, boolean reads, boolean writesJson, boolean linksLambdas)
            throws Exception {
        Set<String> loaded = classesOf(commandLine);
        List<String> forbidden = new ArrayList<>(NEVER);
        require(loaded, forbidden, parses, PICOCLI);
        require(loaded, forbidden, reads, SQLITE);
        if (!reads) {
            // The driver writes its time limit with it whenever it connects: 6 ms that only a change there could save.
            forbidden.add("java.util.Formatter");
        }
        require(loaded, forbidden, writesJson, JSON);
        require(loaded, forbidden, linksLambdas, LAMBDA);
        assertThat(loaded).contains("io.github.orgctl.Main", "java.lang.Object");
        assertThat(loaded.stream().filter(name -> forbidden.stream().anyMatch(each -> isWithin(each, name))))
                .isEmpty();
    }

    /** The first use of one sets up Java's variable handles, which costs 1 ms on Java 25. */
    @Test
    void writesJsonWithoutVariableHandles() throws Exception {
        classesOf("org list -o json");
        assertThat(namedOutsideJava(
                        ATOMIC + "AtomicBoolean", ATOMIC + "AtomicReference", ATOMIC + "AtomicReferenceArray"))
                .isEmpty();
    }

    /** To verify that what makes them makes nouns, Java would load all of them from the archive. */
    @Test
    void loadsOneNounFromTheArchive() throws Exception {
        orgctl = Installation.archived(scratch);
        assertThat(classesOf("org list").stream().filter(name -> name.matches(".*\\.cli\\.command\\.\\w+Command")))
                .containsExactly("io.github.orgctl.cli.command.OrgCommand");
    }

    /** The first class that is not there has the jar opened, which costs 10 ms. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org list",
                "org list -o json",
                "org show acme",
                "config get a --env acme/website:live",
                "env show acme/website:live",
                "secret list --env acme/website:live",
                "__complete organization a",
                "status",
                "version",
                "org list --help",
                "help gates",
                "--help"
            })
    void loadsAllClassesFromTheArchive(String commandLine) throws Exception {
        orgctl = Installation.archived(scratch);
        classesOf(commandLine);
        assertThat(loadedFromFiles()).isEmpty();
        // As most people have one, and some machines do not.
        orgctl.env.put("PAGER", "true");
        Pty terminal = new Pty(orgctl, scratch);
        classesOf(() -> terminal.run("", commandLine.split(" ")));
        assertThat(loadedFromFiles()).isEmpty();
    }

    private List<String> loadedFromFiles() throws IOException {
        try (Stream<String> lines = Files.lines(classLog())) {
            List<String> loaded = lines.toList();
            assertThat(loaded).anyMatch(line -> line.contains("source: shared objects file"));
            return loaded.stream()
                    .filter(line -> line.contains("source: file:") || line.contains("source: jrt:"))
                    .toList();
        }
    }

    /** What the driver is given instead is what it uses: its own would load a logger and a locale's data. */
    @ParameterizedTest
    @ValueSource(strings = {"org list", "env show acme/web:live"})
    void loadsLittleMoreAtAServer(String commandLine) throws Exception {
        orgctl.env.put("ORGCTL_STORE", PostgresPlace.fresh().address());
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Web", "--org", "acme");
        Set<String> loaded = classesOf(commandLine);
        List<String> forbidden = new ArrayList<>(NEVER);
        forbidden.remove("org.postgresql.");
        forbidden.addAll(AT_SERVER);
        // To look up a host's name, Java since 18 makes a stream of its module layers, which takes one.
        forbidden.remove(ENUM_MAP);
        assertThat(namedOutsideJava(ENUM_MAP, STREAMS)).isEmpty();
        assertThat(loaded).contains("org.postgresql.jdbc.PgConnection", "org.postgresql.plain.Logger");
        assertThat(loaded.stream().filter(name -> forbidden.stream().anyMatch(each -> isWithin(each, name))))
                .isEmpty();
    }

    /** As people work: in a terminal, with settings and a token, whose use was just noted. */
    @ParameterizedTest
    @ValueSource(strings = {"org list", "env show --mode live", "version", "__complete organization a"})
    void loadsNoMoreInATerminal(String commandLine) throws Exception {
        assertThat(orgctl.run("use", "acme/website").exit()).isZero();
        Path here = Files.createDirectories(scratch.resolve("here"));
        Files.writeString(here.resolve(".orgctl.json"), "{\"mode\": \"sandbox\"}\n");
        orgctl.workingDirectory = here;
        String create = "token create --name CI --role admin -o csv --fields token --no-header";
        orgctl.env.put("ORGCTL_TOKEN", orgctl.run(create.split(" ")).out().strip());
        assertThat(orgctl.run("org", "list").exit()).isZero();
        Pty terminal = new Pty(orgctl, scratch);
        Set<String> loaded = classesOf(() -> terminal.run("", commandLine.split(" ")));
        List<String> forbidden = new ArrayList<>(NEVER);
        forbidden.remove(JANSI);
        // Lambdas are not: Java's own SHA-256, which a token's hash takes, links some.
        forbidden.add(JSON);
        forbidden.add(JANSI + "OSInfo");
        assertThat(loaded).contains("io.github.orgctl.cli.settings.PlainJson");
        assertThat(loaded.stream().filter(name -> forbidden.stream().anyMatch(each -> isWithin(each, name))))
                .isEmpty();
        assertThat(loaded.stream().filter(name -> name.startsWith(JANSI))).hasSizeLessThanOrEqualTo(3);
    }

    /** So that a prefix that never occurs can't pass for one that is never loaded. */
    private static void require(Set<String> loaded, List<String> forbidden, boolean wanted, String prefix) {
        if (wanted) {
            assertThat(loaded.stream().anyMatch(name -> isWithin(prefix, name)))
                    .as("loads %s", prefix)
                    .isTrue();
        } else {
            forbidden.add(prefix);
        }
    }

    private static boolean isWithin(String packageOrClass, String name) {
        return packageOrClass.endsWith(".") ? name.startsWith(packageOrClass) : name.equals(packageOrClass);
    }

    private Set<String> classesOf(String commandLine) throws Exception {
        return classesOf(() -> orgctl.run(commandLine.split(" ")));
    }

    private Set<String> classesOf(Callable<Run> command) throws Exception {
        orgctl.env.put(
                "ORGCTL_JAVA_OPTIONS",
                "-Xlog:class+load:file=" + classLog() + " -Xlog:class+resolve=debug:file=" + resolutions());
        assertThat(command.call().exit()).isZero();
        try (Stream<String> lines = Files.lines(classLog())) {
            return lines.map(line -> words(line)[0]).collect(Collectors.toSet());
        }
    }

    private Path classLog() {
        return scratch.resolve("classes.log");
    }

    private Path resolutions() {
        return scratch.resolve("resolutions.log");
    }

    /** Which classes that are not Java's own have named one of these in code that was run, each with what it named. */
    private List<String> namedOutsideJava(String... packagesAndClasses) throws IOException {
        try (Stream<String> lines = Files.lines(resolutions())) {
            List<String[]> named = lines.map(StartUpIT::words)
                    .filter(words -> words.length > 1)
                    .filter(words -> !words[0].matches("(java|jdk|sun)\\..*"))
                    .toList();
            assertThat(named).anyMatch(words -> words[1].equals("java.lang.StringBuilder"));
            return named.stream()
                    .filter(words -> Stream.of(packagesAndClasses).anyMatch(each -> isWithin(each, words[1])))
                    .map(words -> String.join(" ", words))
                    .toList();
        }
    }

    private static String[] words(String line) {
        return line.replaceFirst("^(\\[[^]]*])+ *(RESOLVE )?", "").split(" ");
    }
}
