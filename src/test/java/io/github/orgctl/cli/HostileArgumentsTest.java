package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments quoted in errors stay on one line, and contain no terminal escapes. */
class HostileArgumentsTest {
    private static final String NASTY = "a\norgctl: done\r\u001b[2Jb";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NASTY",
                "org NASTY",
                "org show NASTY",
                "org list --NASTY",
                "org list --limit NASTY",
                "org list --fields NASTY",
                "org list --sort NASTY",
                "org list --jq NASTY",
                "org create Acme --store /dev/null/NASTY",
                "config import -f NASTY.json --env acme/web:sandbox",
                "config import -f NASTY --env acme/web:sandbox",
                "config get NASTY --env acme/web:sandbox",
                "config set k=1 --env NASTY",
                "env export acme/web:sandbox --format NASTY",
            })
    void errorsStayOnTheirLines(String line) {
        String[] words = line.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("NASTY", NASTY);
        }
        CliHarness orgctl = new CliHarness(folder);
        CliHarness.Outcome outcome = orgctl.run(words);
        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.err().lines())
                .allMatch(each -> each.startsWith("orgctl: error: ") || each.startsWith("hint: "));
        assertThat(outcome.err()).doesNotContain("\u001b", "\r");
    }

    @Test
    void valuesThatNobodyCanHoldAreRefusedWithTheirKey() {
        CliHarness orgctl = new CliHarness(folder);
        orgctl.run("org", "create", "Acme");
        orgctl.run("project", "create", "Web", "--org", "acme");
        String deep = "[".repeat(1001) + "]".repeat(1001);
        String deepest = "[".repeat(20_000) + "]".repeat(20_000);
        String deepObject = "{\"a\":".repeat(1001) + "1" + "}".repeat(1001);
        for (String value : List.of("1".repeat(1001), deep, deepest, deepObject, "[1." + "0".repeat(1001) + "]")) {
            for (String json : List.of("--json", "--no-input")) {
                CliHarness.Outcome outcome =
                        orgctl.run("config", "set", "k.x=" + value, "--env", "acme/web:sandbox", json);
                assertThat(outcome.exit()).isEqualTo(2);
                assertThat(outcome.err()).contains("'k.x'").containsAnyOf("digits", "levels deep");
            }
            for (String format : List.of("json", "yaml")) {
                CliHarness.Outcome outcome = orgctl.typing("{\"k\": {\"x\": [" + value + "]}}")
                        .run("config", "import", "-f", "-", "--format", format, "--env", "acme/web:sandbox");
                assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
                assertThat(outcome.err()).contains("'k.x").containsAnyOf("digits", "levels deep");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "ndjson", "yaml", "csv", "tsv", "ids"})
    void whatIsStoredCanBeWritten(String format) {
        CliHarness orgctl = new CliHarness(folder);
        orgctl.run("org", "create", "Acme");
        orgctl.run("project", "create", "Web", "--org", "acme");
        for (String value : List.of("1".repeat(1000), "[".repeat(1000) + "]".repeat(1000))) {
            assertThat(orgctl.run("config", "set", "k=" + value, "--env", "acme/web:sandbox")
                            .exit())
                    .isZero();
            CliHarness.Outcome list = orgctl.run("config", "list", "--env", "acme/web:sandbox", "-o", format);
            assertThat(list.exit()).as(list.err()).isZero();
            if (format.endsWith("json")) {
                CliHarness.Outcome filtered =
                        orgctl.run("config", "list", "--env", "acme/web:sandbox", "-o", format, "--jq", ".");
                assertThat(filtered.exit()).as(filtered.err()).isZero();
                assertThat(filtered.out()).contains(value);
            }
        }
    }
}
