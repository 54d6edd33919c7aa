package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.cli.verb.change.EditVerb;
import io.github.orgctl.core.model.promotion.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every command that changes an environment against every gate of live. A command missing here fails the test. */
class GatesTest {
    private static final int DONE = 0;
    private static final int REFUSED = 8;
    private static final String LIVE = "website:live";
    private static final String SANDBOX = "website:sandbox";

    private static final String SCHEMA = """
            {"properties": {
              "limits": {"x-orgctl": {"critical": true}},
              "mfa": {"x-orgctl": {"downgrade": true}}
            }}
            """;

    /** What live has: a change of it has to pass the gate that it is named after. */
    private static final String BEFORE =
            "{\"a\": 1, \"limits\": {\"users\": 1}, \"mfa\": true, \"url\": \"https://known.example.com\"}";

    private static final Map<Gate, String> AFTER = new TreeMap<>(Map.of(
            Gate.DELETE, BEFORE.replace("\"a\": 1, ", ""),
            Gate.CRITICAL, BEFORE.replace("\"users\": 1", "\"users\": 2"),
            Gate.NEW_DOMAIN, BEFORE.replace("known", "new"),
            Gate.DOWNGRADE, BEFORE.replace("true", "false")));

    private static final Map<Gate, String> ASSIGNMENTS = Map.of(
            Gate.CRITICAL, "limits.users=2",
            Gate.NEW_DOMAIN, "url=https://new.example.com",
            Gate.DOWNGRADE, "mfa=false");

    private static final Map<Gate, String> KEYS = Map.of(Gate.CRITICAL, "limits.users", Gate.DOWNGRADE, "mfa");

    /** Commands that make any of the changes, to the environment ENV. */
    private static final List<String> BULK = List.of(
            "config import -f after.json --replace --env ENV",
            "config edit --env ENV",
            "env rollback ENV --to 5",
            "env undo ENV",
            "env promote website");

    /** The same for commands that never delete a key. */
    private static final List<String> COPIES = List.of("config copy --from website:sandbox --to ENV --overwrite");

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void create() throws IOException {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        write("schema.json", SCHEMA);
        write("before.json", BEFORE);
        write("secrets.json", "{\"limits\": {\"token\": \"hunter2\"}}");
        orgctl.must("schema", "set", "website", "-f", "schema.json");
        orgctl.must("secret", "set", "limits.old", "--ref", "env:HOME", "--env", LIVE, "--allow-critical");
        orgctl.must("secret", "set", "limits.new", "--ref", "env:HOME", "--env", SANDBOX);
        orgctl.must("secret", "set", "limits.old", "--ref", "env:PATH", "--env", LIVE, "--allow-critical");
        orgctl.must("config", "import", "-f", "before.json", "--env", SANDBOX);
        orgctl.must(withAll("env promote website --yes"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(orgctl.work().resolve(file), text);
    }

    private static String[] withAll(String line) {
        StringBuilder all = new StringBuilder(line);
        for (Gate gate : Gate.values()) {
            all.append(' ').append(HintSpelling.option(gate));
        }
        return all.toString().split(" ");
    }

    /** Makes the change of a gate in both environments, and takes it back in live, so that each command can make it. */
    private void prepare(Gate gate) throws IOException {
        write("after.json", AFTER.get(gate));
        orgctl.set("EDITOR", "cp " + orgctl.work().resolve("after.json"));
        orgctl.must("config", "import", "-f", "after.json", "--replace", "--env", SANDBOX);
        orgctl.must(withAll("config import -f after.json --replace --yes --env " + LIVE));
        orgctl.must(withAll("config import -f before.json --replace --yes --env " + LIVE));
    }

    static Stream<Arguments> changes() {
        List<Arguments> changes = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            for (String line : BULK) {
                changes.add(Arguments.of(gate, line + " --yes"));
            }
            if (gate != Gate.DELETE) {
                COPIES.forEach(line -> changes.add(Arguments.of(gate, line + " --yes")));
            }
            if (ASSIGNMENTS.containsKey(gate)) {
                changes.add(Arguments.of(gate, "config set " + ASSIGNMENTS.get(gate) + " --env ENV"));
            }
            if (KEYS.containsKey(gate)) {
                changes.add(Arguments.of(gate, "config rename " + KEYS.get(gate) + " other --env ENV"));
                changes.add(Arguments.of(gate, "config unset " + KEYS.get(gate) + " --env ENV"));
            }
        }
        changes.add(Arguments.of(Gate.CRITICAL, "secret set limits.token --ref env:HOME --env ENV"));
        changes.add(Arguments.of(Gate.CRITICAL, "secret copy limits.new --from website:sandbox --to ENV --yes"));
        changes.add(Arguments.of(Gate.CRITICAL, "secret rollback limits.old --to 1 --env ENV"));
        changes.add(Arguments.of(Gate.CRITICAL, "secret import -f secrets.json --env ENV --yes"));
        changes.add(Arguments.of(Gate.CRITICAL, "secret unset limits.old --env ENV"));
        return changes.stream();
    }

    @Test
    void everyCommandThatWritesAnEnvironmentIsTried() {
        Set<String> tried = new TreeSet<>();
        changes().forEach(each -> {
            String[] words = each.get()[1].toString().split(" ");
            tried.add(words[0] + " " + words[1]);
        });
        Set<String> writing = new TreeSet<>();
        for (Noun noun : Commands.NOUNS.allNested()) {
            for (Verb verb : noun.verbs()) {
                if (verb instanceof EditVerb) {
                    writing.add(noun.nameOf(verb));
                }
            }
        }
        assertThat(tried).isEqualTo(writing);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void liveIsProtected(Gate gate, String line) throws IOException {
        prepare(gate);
        String command = line.replace("ENV", LIVE);
        String before = state();
        Outcome closed = orgctl.run(command.split(" "));
        assertThat(closed.exit()).as("%s", closed).isEqualTo(REFUSED);
        assertThat(closed.err()).contains("\nhint: if this is intended, add " + HintSpelling.option(gate) + "\n");
        StringBuilder others = new StringBuilder(command);
        for (Gate other : Gate.values()) {
            boolean offered = optionsOf(command).contains(HintSpelling.option(other));
            others.append(other == gate || !offered ? "" : " " + HintSpelling.option(other));
        }
        assertThat(orgctl.run(others.toString().split(" ")).exit()).isEqualTo(REFUSED);
        assertThat(orgctl.run("batch", "-f", batch(command)).exit()).isNotEqualTo(DONE);
        assertThat(state()).isEqualTo(before);
        orgctl.must((command + " " + HintSpelling.option(gate)).split(" "));
        assertThat(state()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void sandboxIsNot(Gate gate, String line) throws IOException {
        if (line.startsWith("env promote") || line.startsWith("secret unset") || line.startsWith("secret rollback")) {
            return;
        }
        prepare(gate);
        orgctl.must("config", "import", "-f", "before.json", "--replace", "--env", SANDBOX);
        orgctl.must(line.replace("ENV", SANDBOX).replace("--to 5", "--to 3").split(" "));
    }

    /** Whoever names a key means it. */
    @Test
    void namedKeysAreDeletedWithoutAnOption() {
        orgctl.must("config", "unset", "a", "url", "--env", LIVE);
    }

    @ParameterizedTest
    @MethodSource("bulk")
    void bulkChangesOfLiveAreConfirmed(String line) throws IOException {
        prepare(Gate.DELETE);
        String command = line.replace("ENV", LIVE) + " --allow-delete";
        String before = state();
        Outcome refused = orgctl.run(command.split(" "));
        assertThat(refused.exit()).isEqualTo(REFUSED);
        assertThat(refused.err()).contains("confirmed", "--yes");
        if (!line.startsWith("config edit")) {
            assertThat(refused.out()).contains("a");
            assertThat(orgctl.run("batch", "-f", batch(command)).out()).contains("have to be confirmed");
        }
        orgctl.must((command + " --dry-run").split(" "));
        assertThat(state()).isEqualTo(before);

        orgctl.terminals("ie").typing("n\n");
        Outcome declined = orgctl.run(command.split(" "));
        assertThat(declined.exit()).isEqualTo(REFUSED);
        assertThat(declined.err()).contains("[y/N]", "not confirmed: nothing was changed");
        assertThat(state()).isEqualTo(before);
        orgctl.typing("y\n").must(command.split(" "));
        assertThat(state()).isNotEqualTo(before);
    }

    static List<String> bulk() {
        return BULK;
    }

    /** The prompt would be in vain. */
    @ParameterizedTest
    @MethodSource("bulk")
    void nobodyIsAskedBeforeAClosedGate(String line) throws IOException {
        prepare(Gate.DELETE);
        orgctl.terminals("ie").typing("y\n");
        Outcome refused = orgctl.run(line.replace("ENV", LIVE).split(" "));
        assertThat(refused.exit()).isEqualTo(REFUSED);
        assertThat(refused.err()).contains("--allow-delete").doesNotContain("[y/N]");
    }

    private String state() {
        return orgctl.must("env", "history", LIVE);
    }

    private String batch(String command) throws IOException {
        write("lines.txt", command + "\n");
        return "lines.txt";
    }

    private static List<String> optionsOf(String command) {
        List<String> options = new ArrayList<>();
        for (Noun noun : Commands.NOUNS.allNested()) {
            for (Verb verb : noun.verbs()) {
                if (command.startsWith(noun.nameOf(verb) + " ")) {
                    for (Parameter<?> parameter : verb.parameters()) {
                        options.addAll(parameter.names());
                    }
                }
            }
        }
        return options;
    }
}
