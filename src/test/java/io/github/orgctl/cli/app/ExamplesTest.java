package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.verb.Example;
import io.github.orgctl.script.ShellWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every example of every verb, each on the same store: the organizations acme, which is selected, and globex, with
 * the projects, members and files that the examples name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTest {
    /** Commands to run before the examples of a verb, or before one example. */
    private static final Map<String, List<String>> PREPARATIONS = Map.ofEntries(
            Map.entry("org restore", List.of("orgctl org delete acme --confirm acme")),
            Map.entry("project restore", List.of("orgctl project delete website --confirm website")),
            Map.entry("env unlock", List.of("orgctl env lock website:live --reason Migration")),
            Map.entry(
                    "member activate",
                    List.of(
                            "orgctl member suspend ben@example.com",
                            "orgctl member suspend gus@example.com --org globex")),
            Map.entry(
                    "billing plan withdraw",
                    List.of("orgctl billing plan update standard --currency EUR --base 25 --from 2027-01-01")),
            Map.entry(
                    "orgctl env promote website --take api.url --allow-new-domains --yes",
                    List.of(
                            "orgctl config set api.url=https://a.example.com --mode live --allow-new-domains",
                            "orgctl config set api.url=https://b.example.com --mode sandbox")),
            Map.entry("alias delete", List.of("orgctl alias set prod 'env list'")),
            Map.entry(
                    "settings unset",
                    List.of("orgctl settings set pager less", "orgctl settings set columns.project slug")),
            Map.entry("env rollback", List.of("orgctl config set limits.users=6 --mode live")),
            Map.entry(
                    "env undo",
                    List.of(
                            "orgctl config set limits.users=6 --mode sandbox",
                            "orgctl config set limits.users=6 --mode live")),
            Map.entry(
                    "orgctl apply release.plan --yes",
                    List.of(
                            "orgctl config set limits.users=6 --mode sandbox",
                            "orgctl plan -f config/ --out release.plan")),
            Map.entry(
                    "orgctl secret import -f .env --env website --mode sandbox",
                    List.of("orgctl config unset limits.users --mode sandbox")),
            Map.entry(
                    "secret rollback",
                    List.of(
                            "orgctl secret set db.password --ref env:HOME --mode sandbox",
                            "orgctl secret set db.password --ref env:HOME --mode live")),
            Map.entry("trust", List.of("orgctl use acme --here")),
            Map.entry(
                    "orgctl billing usage record --metric calls --quantity=-5 --corrects 2026-10 --mode live",
                    List.of(
                            "orgctl billing usage record --metric calls --quantity 9 --mode live"
                                    + " --at 2026-10-03T10:00:00Z",
                            "orgctl billing statement --all-orgs --period 2026-10 --close")),
            Map.entry("orgctl trust --revoke .orgctl.json", List.of("orgctl trust")));

    /** Exit codes of examples that answer no, need a terminal, or show closed gates; 0 for all others. */
    private static final Map<String, Integer> EXITS = Map.ofEntries(
            Map.entry("orgctl env diff website", 1),
            Map.entry("orgctl env diff website --mode live --from 1 --to 2", 1),
            Map.entry("orgctl env diff --all-projects --org acme", 1),
            Map.entry("orgctl env render website:live -f app.conf.tmpl --out app.conf --with-secrets --check", 1),
            Map.entry("orgctl env diff website:live globex/portal:live", 1),
            Map.entry("orgctl config import -f .env --env website:live --replace --dry-run", 8),
            Map.entry("orgctl invite accept", 2),
            Map.entry("orgctl invite decline", 2),
            Map.entry("orgctl access check --member ben@example.com --can project.create", 1),
            Map.entry("orgctl access check --token CI --can config.set website:live || echo refused", 1),
            Map.entry("orgctl completion install", 8),
            Map.entry("orgctl dashboard", 2),
            Map.entry("orgctl dashboard --as ben@example.com --read-only", 2),
            Map.entry("orgctl dashboard --org globex --mouse", 2));

    /** What the programs in front of a pipe print. */
    private static final Map<String, String> PIPED = Map.of(
            "pass show stripe", "sk_test\n",
            "sops -d secrets.yaml", "smtp:\n  user: mailer\n",
            "gunzip -c orgctl-backup.ndjson.gz", "DUMP",
            "gunzip -c usage.ndjson.gz", "{\"environment\":\"ENV\",\"metric\":\"calls\",\"quantity\":\"2\"}\n");

    /** What answers a question of a command beforehand. */
    private static final List<String> ANSWERS =
            List.of(" --yes", " --confirm", " org create ", " project create ", " member invite ", " use ");

    private static final Instant TODAY = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    static Path folder;

    private CliHarness orgctl;
    private Path kept;
    private String token;
    private String environmentId;
    private String dump;

    @BeforeAll
    void makeStore() throws IOException {
        orgctl =
                new CliHarness(folder).at(Instant.parse("2026-09-01T08:00:00Z")).set("SHELL", "/bin/bash");
        runAll("""
                orgctl org create Acme --use
                orgctl org create Globex
                orgctl project create Website --description Shop --use
                orgctl project create Shop
                orgctl project create Portal --org globex
                orgctl billing plan create basic --currency EUR --base 5
                """);
        environmentId =
                orgctl.must("env", "show", "website:live", "--jq", ".id").strip();
        join("ann@example.com", "owner", "acme");
        join("ben@example.com", "developer", "acme");
        join("fay@example.com", "owner", "globex");
        join("gus@example.com", "developer", "globex");
        // An invitation expires after a week.
        orgctl.at(TODAY);
        token = orgctl.must("member", "invite", "cleo@example.com", "--jq", ".[].token");
        runAll("""
                orgctl token create --name CI --project website --mode sandbox
                orgctl config set api.url=https://example.com title=Shop limits.users=5 limits.seats=2 --mode sandbox
                orgctl config set api.url=https://example.com limits.users=5 --mode live --allow-new-domains
                orgctl billing usage record --metric users --quantity 3 --mode live
                """);
        secrets();
        files();
        runAll("orgctl schema set -f schema.json website");
        kept = copy(folder.resolve("home"), folder.resolve("kept/home"));
        copy(folder.resolve("work"), folder.resolve("kept/work"));
        kept = folder.resolve("kept");
    }

    private void runAll(String commandLines) throws IOException {
        for (String commandLine : commandLines.split("\n")) {
            assertThat(run(commandLine))
                    .as(commandLine)
                    .extracting(CliHarness.Outcome::exit)
                    // A plan that changes something ends with 1.
                    .isIn(0, 1);
        }
    }

    private void join(String email, String role, String organization) {
        String invitation =
                orgctl.must("member", "invite", email, "--role", role, "--org", organization, "--jq", ".[].token");
        orgctl.typing(invitation).must("invite", "accept", "--token-stdin");
    }

    private void secrets() {
        for (String key : List.of("db.password", "stripe.key", "smtp.password")) {
            for (String mode : List.of("sandbox", "live")) {
                orgctl.typing("s3cret " + key + mode).must("secret", "set", key, "--mode", mode);
            }
        }
    }

    private void files() throws IOException {
        write("schema.json", "{\"properties\": {\"limits\": {\"type\": \"object\"}}}");
        write("defaults.yaml", "limits:\n  users: 9\n");
        write("defaults.json", "{\"limits\": {\"users\": 9}}");
        write(".env", "LIMITS_USERS=9\n");
        write("app.conf.tmpl", "url={{api.url}}\n");
        write("secrets.json", "{\"stripe\": {\"key\": \"sk_live\"}}");
        write("terms.txt", "Terms\n");
        write("token.txt", token);
        write("team.txt", "dan@example.com\neve@example.com\n");
        write("team.csv", "email\ndan@example.com\n");
        write("team.ndjson", "{\"email\": \"ben@example.com\", \"role\": \"viewer\"}\n");
        write("team.yaml", "currency: EUR\nbase: 49\n");
        write("usage.csv", "environment,metric,quantity\n" + environmentId + ",calls,2\n");
        write("usage.ndjson", PIPED.get("gunzip -c usage.ndjson.gz").replace("ENV", environmentId));
        write("organizations.csv", "name\nInitech\n");
        write("accounts.csv", "title,notes\nInitech,new\n");
        write("projects.csv", "name\nDocs\n");
        write("projects.ndjson", "{\"name\": \"Docs\"}\n");
        write("commands.txt", "org create Initech\nproject list\n");
        write("acme.yaml", orgctl.must("export", "--org", "acme"));
        orgctl.must("export", "--dir", "config");
        orgctl.must("audit", "export", "--heads", "-f", "heads.ndjson");
        dump = orgctl.must("store", "backup", "-");
        Files.copy(orgctl.storeFile(), folder.resolve("work/backup.db"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.setPosixFilePermissions(folder.resolve("work"), PosixFilePermissions.fromString("rwx------"));
        Path programs = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("true", "editor")) {
            Path file = Files.writeString(programs.resolve(program), "#!/bin/sh\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
        orgctl.set("PATH", programs + ":/usr/bin:/bin").set("EDITOR", programs + "/editor");
        orgctl.set("TMPDIR", folder.toString());
        orgctl.set("DB_PASSWORD", "hunter2").set("STRIPE_KEY", "sk_test");
    }

    private static void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve("work").resolve(name), content);
    }

    static Stream<Arguments> examples() {
        return CommandTreeTest.commands().flatMap(command -> command.verb().examples().stream()
                .map(example -> new Arguments(command.name(), example)));
    }

    /** An example with the name of its command. */
    record Arguments(String command, Example example) {
        @Override
        public String toString() {
            return example.commandLine();
        }
    }

    @BeforeEach
    void putStoreBack() throws IOException {
        for (String part : List.of("home", "work")) {
            deleteAll(folder.resolve(part));
            copy(kept.resolve(part), folder.resolve(part));
        }
        orgctl.at(TODAY.plusSeconds(3600));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void doesWhatItsCaptionSays(Arguments given) throws IOException {
        String commandLine = given.example().commandLine();
        for (String key : List.of(given.command(), commandLine)) {
            runAll(String.join("\n", PREPARATIONS.getOrDefault(key, List.of("orgctl version"))));
        }
        int pipe = commandLine.indexOf(" | orgctl ");
        orgctl.typing(
                pipe < 0
                        ? "s3cret"
                        : PIPED.get(commandLine.substring(0, pipe))
                                .replace("ENV", environmentId)
                                .replace("DUMP", dump));
        CliHarness.Outcome outcome = run(ownPart(given.example()));
        assertThat(outcome.exit()).as(outcome.err()).as(outcome.out()).isEqualTo(EXITS.getOrDefault(commandLine, 0));
    }

    /** Command lines that give the answer to what their command would ask on a terminal. */
    static Stream<Arguments> answered() {
        Stream<Arguments> more = Stream.of(
                new Arguments(
                        "config copy",
                        new Example("", "orgctl config copy title --from website:sandbox --to website:live --yes")),
                new Arguments(
                        "secret import",
                        new Example("", "orgctl secret import -f secrets.json --env website:live --overwrite --yes")),
                new Arguments(
                        "secret copy",
                        new Example(
                                "",
                                "orgctl secret copy db.password --from website:sandbox --to website:live --overwrite"
                                        + " --yes")));
        // What is piped in comes from no terminal.
        return Stream.concat(examples(), more)
                .filter(given -> !given.example().commandLine().contains(" | orgctl "))
                .filter(given -> ANSWERS.stream()
                        .anyMatch(each -> given.example().commandLine().contains(each)));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void asksNothingThatIsAnswered(Arguments given) throws IOException {
        String commandLine = given.example().commandLine();
        for (String key : List.of(given.command(), commandLine)) {
            runAll(String.join("\n", PREPARATIONS.getOrDefault(key, List.of("orgctl version"))));
        }
        CliHarness.Outcome outcome;
        try {
            orgctl.terminals("ie").asked(() -> {
                throw new AssertionError("asked");
            });
            outcome = run(ownPart(given.example()));
        } finally {
            orgctl.terminals("").asked(() -> {});
        }
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(EXITS.getOrDefault(commandLine, 0));
        assertThat(outcome.err()).doesNotContain("[y/N]", "confirm:", "quit]");
    }

    /** Every command that asks something has such a command line. */
    @Test
    void everyQuestionHasAnAnswer() {
        List<String> asking = CommandTreeTest.commands()
                .filter(command -> command.verb().parameters().stream()
                        .anyMatch(each -> each.question() != null || ANSWERS.contains(" " + each.name())))
                .map(CommandTreeTest.Command::name)
                .toList();
        assertThat(answered().map(Arguments::command)).containsAll(asking);
    }

    @Test
    void exitCodesAreOfExamplesThatExist() {
        assertThat(examples().map(Arguments::toString)).containsAll(EXITS.keySet());
    }

    private CliHarness.Outcome run(String commandLine) throws IOException {
        ShellWords command = ShellWords.of(commandLine);
        if (command.input() != null) {
            orgctl.typing(Files.readString(folder.resolve("work").resolve(command.input())));
        }
        return orgctl.run(command.words().toArray(new String[0]));
    }

    /** The part of a shell's command line that is orgctl's. */
    static String ownPart(Example example) {
        String line = example.commandLine();
        assertThat(line).contains("orgctl ");
        return line.substring(line.indexOf("orgctl "))
                // The program that is run needs not exist.
                .replaceFirst(" -- [^']*", " -- true")
                .replaceFirst("( (>|\\|\\|) .*| \\| [^'\"]*|\\)\"?)$", "");
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            files.forEach(file -> {
                try {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (!Files.isDirectory(target)) {
                        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                } catch (IOException exception) {
                    throw new UncheckedIOException(exception);
                }
            });
        }
        return to;
    }

    private static void deleteAll(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> below = Files.walk(folder)) {
            below.forEach(files::add);
        }
        files.sort(Comparator.reverseOrder());
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
