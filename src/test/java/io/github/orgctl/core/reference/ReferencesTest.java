package io.github.orgctl.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates resolve to, whichever command asks. */
class ReferencesTest {
    private static final String SANDBOX = "acme/web:sandbox";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void makeProject() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Web");
    }

    private void set(String environment, List<String> assignments) {
        List<String> words = new ArrayList<>(List.of("config", "set", "--expand", "--env", environment));
        words.addAll(assignments);
        orgctl.must(words.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void areTheSameForEveryCommand(long seed) throws Exception {
        ReferenceGraph graph = new ReferenceGraph(new Random(seed), 20, true);
        set(SANDBOX, graph.assignments());
        Map<String, String> values = graph.values();
        assertThat(values).hasSize(20);
        String exported = orgctl.must("env", "export", SANDBOX, "--format", "json");
        StringBuilder template = new StringBuilder();
        StringBuilder rendered = new StringBuilder();
        StringBuilder script = new StringBuilder();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            String name = entry.getKey().toUpperCase(Locale.ROOT);
            assertThat(orgctl.must("config", "get", entry.getKey(), "--env", SANDBOX))
                    .isEqualTo(entry.getValue() + "\n");
            assertThat(exported).contains("\"" + name + "\": \"" + entry.getValue() + "\"");
            template.append("{{").append(entry.getKey()).append("}}\n");
            rendered.append(entry.getValue()).append('\n');
            script.append("echo \"$").append(name).append("\" >> run.txt\n");
        }
        Files.writeString(orgctl.work().resolve("all.tmpl"), template);
        assertThat(orgctl.must("env", "render", SANDBOX, "-f", "all.tmpl")).hasToString(rendered.toString());
        Path run = orgctl.work().resolve("run.txt");
        orgctl.must("env", "run", SANDBOX, "--", "sh", "-c", script.toString().replace("run.txt", run.toString()));
        assertThat(run).hasContent(rendered.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyCycleIsNamed(long seed) {
        ReferenceGraph graph = new ReferenceGraph(new Random(seed), 15, false);
        set(SANDBOX, graph.assignments());
        Outcome all = orgctl.run("env", "export", SANDBOX, "--format", "json");
        Set<String> named = cycles(graph, all.err());
        for (String key : graph.keys()) {
            Outcome one = orgctl.run("config", "get", key, "--env", SANDBOX);
            if (graph.hasValue(key)) {
                assertThat(one.out()).isEqualTo(graph.value(key) + "\n");
                continue;
            }
            assertThat(one.exit()).as(key).isEqualTo(5);
            assertThat(one.out()).isEmpty();
            if (graph.isOnCycle(key)) {
                assertThat(named)
                        .as("a cycle with what %s leads to and is led to by", key)
                        .anyMatch(other -> other.equals(key)
                                || graph.reachable(key).contains(other)
                                        && graph.reachable(other).contains(key));
            }
        }
        assertThat(all.exit()).isEqualTo(named.isEmpty() ? 0 : 5);
    }

    /** The keys on the cycles that a message names, each of which has to be one, and to be named once. */
    private static Set<String> cycles(ReferenceGraph graph, String message) {
        Set<String> keys = new HashSet<>();
        Set<String> told = new HashSet<>();
        Matcher cycle = Pattern.compile("circular reference ([^;\n]*)").matcher(message);
        while (cycle.find()) {
            assertThat(told.add(cycle.group(1))).isTrue();
            String[] path = cycle.group(1).replace(SANDBOX + "/", "").split(" -> ");
            assertThat(path[0]).isEqualTo(path[path.length - 1]);
            for (int i = 1; i < path.length; i++) {
                assertThat(graph.refers(path[i - 1], path[i])).as(cycle.group()).isTrue();
                keys.add(path[i]);
            }
        }
        return keys;
    }

    @Test
    void longChainsEnd() {
        List<String> chain = new ArrayList<>(List.of("c0=end"));
        for (int i = 1; i <= 10_000; i++) {
            chain.add("c" + i + "=${c" + (i - 1) + "}");
        }
        set(SANDBOX, chain);
        assertThat(orgctl.must("config", "get", "c10000", "--env", SANDBOX)).isEqualTo("end\n");
    }

    @Test
    void whatGrowsWithoutEndIsRefused() {
        List<String> bomb = new ArrayList<>(List.of("b0=0123456789"));
        for (int i = 1; i <= 40; i++) {
            bomb.add("b" + i + "=${b" + (i - 1) + "}${b" + (i - 1) + "}");
        }
        set(SANDBOX, bomb);
        Outcome outcome = orgctl.run("config", "get", "b40", "--env", SANDBOX);
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains("the value is longer than 64 KiB");
    }

    @Test
    void theReaderNeedsTheRightToReadTheTarget() {
        orgctl.must("org", "create", "Other");
        orgctl.must("project", "create", "Db", "--org", "other");
        orgctl.must("config", "set", "host=secret.example", "--env", "other/db:sandbox");
        set(SANDBOX, List.of("url=https://${other/db:sandbox/host}", "gone=${other/db:sandbox/nope}"));
        String token = orgctl.must("member", "invite", "ann@example.com", "--org", "acme", "--jq", ".[].token");
        orgctl.typing(token.strip()).must("invite", "accept", "--token-stdin", "--as", "ann@example.com");
        for (String key : List.of("url", "gone")) {
            Outcome outcome = orgctl.run("config", "get", key, "--env", SANDBOX, "--as", "ann@example.com");
            assertThat(outcome.exit()).isEqualTo(5);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .contains("which does not exist or may not be read")
                    .doesNotContain("secret");
        }
        Outcome set = orgctl.run(
                "config", "set", "x=${other/db:sandbox/host}", "--expand", "--env", SANDBOX, "--as", "ann@example.com");
        assertThat(set.exit()).isEqualTo(3);
    }

    @Test
    void secrecyIsNotLostThroughASecretThatWasResolvedBefore() {
        orgctl.typing("s3cret").must("secret", "set", "pw", "--env", SANDBOX);
        orgctl.typing("u:${pw}").must("secret", "set", "a.login", "--expand", "--env", SANDBOX);
        // Set while its target was no secret yet.
        set(SANDBOX, List.of("late=${later}"));
        orgctl.typing("${pw}").must("secret", "set", "later", "--expand", "--env", SANDBOX);
        Outcome outcome = orgctl.run("env", "export", SANDBOX, "--format", "json", "--with-secrets");
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains("only a secret can refer to it").doesNotContain("s3cret");
        orgctl.must("config", "unset", "late", "--env", SANDBOX);
        assertThat(orgctl.must("env", "export", SANDBOX, "--format", "dotenv", "--with-secrets"))
                .isEqualTo("A_LOGIN=u:s3cret\nLATER=s3cret\nPW=s3cret\n");
        assertThat(orgctl.must("audit", "list", "--action", "secret.reveal", "-o", "ids"))
                .isNotEmpty();
    }

    @Test
    void importIsLiteralAlsoOntoATemplate() {
        orgctl.typing("${b}").must("secret", "set", "a", "--expand", "--env", SANDBOX);
        orgctl.typing("A='${b}'\n")
                .must("secret", "import", "-f", "-", "--format", "dotenv", "--overwrite", "--env", SANDBOX);
        assertThat(orgctl.must("secret", "reveal", "a", "--env", SANDBOX)).isEqualTo("${b}\n");
        assertThat(orgctl.must("store", "check", "--jq", ".[] | select(.ok | not)"))
                .isEmpty();
    }

    @Test
    void copyRenameAndRollbackLoseNoVersion() {
        orgctl.typing("1").must("secret", "set", "pw", "--env", SANDBOX);
        orgctl.typing("x${pw}").must("secret", "set", "url", "--expand", "--env", SANDBOX);
        orgctl.typing("2").must("secret", "set", "pw", "--env", SANDBOX);
        orgctl.must("config", "rename", "pw", "password", "--env", SANDBOX);
        assertThat(orgctl.must("secret", "reveal", "url", "--env", SANDBOX)).isEqualTo("x2\n");
        assertThat(orgctl.must("secret", "reveal", "url", "--raw", "--env", SANDBOX))
                .isEqualTo("x${password}\n");
        assertThat(orgctl.must("secret", "history", "url", "--env", SANDBOX, "--jq", "length"))
                .isEqualTo("2\n");
        orgctl.must("env", "undo", SANDBOX);
        assertThat(orgctl.must("secret", "reveal", "url", "--env", SANDBOX)).isEqualTo("x2\n");
        // The versions before the rename stay with the key that they were moved to.
        assertThat(orgctl.must("secret", "reveal", "password", "--version", "1", "--env", SANDBOX))
                .isEqualTo("1\n");
        orgctl.must("secret", "copy", "--from", SANDBOX, "--to", "acme/web:live", "--yes");
        assertThat(orgctl.must("secret", "reveal", "url", "--env", "acme/web:live"))
                .isEqualTo("x2\n");
        orgctl.must("secret", "rotate-key");
        assertThat(orgctl.must("secret", "reveal", "url", "--env", "acme/web:live"))
                .isEqualTo("x2\n");
        assertThat(orgctl.must("store", "check", "--jq", ".[] | select(.ok | not)"))
                .isEmpty();
        assertThat(orgctl.must("audit", "verify", "--jq", ".[].ok")).isEqualTo("true\n");
    }

    @Test
    void schemasJudgeWhatTemplatesResolveTo() throws Exception {
        Files.writeString(
                orgctl.work().resolve("schema.json"),
                "{\"properties\":{\"copy\":{\"type\":\"integer\",\"maximum\":10}}}");
        orgctl.must("schema", "set", "-f", "schema.json", "web");
        orgctl.must("config", "set", "port=5", "--env", SANDBOX);
        set(SANDBOX, List.of("copy=${port}"));
        assertThat(orgctl.run("config", "set", "port=50", "--env", SANDBOX).exit())
                .isEqualTo(5);
        assertThat(orgctl.run("config", "set", "copy=x${port}", "--expand", "--env", SANDBOX)
                        .exit())
                .isEqualTo(5);
    }
}
