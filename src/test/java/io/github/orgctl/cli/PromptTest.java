package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A prompt is shown after every command: whatever is wrong, it has nothing but the context in it. */
class PromptTest {
    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void start() {
        orgctl = new CliHarness(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "acme, website,       sandbox, acme/website:sandbox",
        "acme, website,       ,        acme/website",
        "acme, ,              live,    acme",
        "acme, other/website, live,    other/website:live",
        ",     website,       live,    ''",
        ",     ,              ,        ''",
    })
    void showsWhatIsSelected(String org, String project, String mode, String shown) {
        set("ORGCTL_ORG", org);
        set("ORGCTL_PROJECT", project);
        set("ORGCTL_MODE", mode);
        assertThat(prompt("plain")).isEqualTo(shown.isEmpty() ? "" : shown + "\n");
    }

    /** Without a store, and without making one. */
    @Test
    void opensNoStore() throws IOException {
        set("ORGCTL_ORG", "acme");
        prompt("plain");
        try (Stream<Path> files = Files.list(orgctl.home())) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            bash,  <1><e>[31m<2>acme/website:live<1><e>[0m<2>
            zsh,   %{<e>[31m%}acme/website:live%{<e>[0m%}
            fish,  <e>[31macme/website:live<e>[0m
            plain, acme/website:live
            """)
    void liveIsRedInTheShellsWay(String style, String shown) {
        set("ORGCTL_PROJECT", "acme/website");
        set("ORGCTL_MODE", "live");
        String expected =
                shown.replace("<1>", "\u0001").replace("<2>", "\u0002").replace("<e>", "\u001b");
        assertThat(prompt(style)).isEqualTo(expected + "\n");
        set("NO_COLOR", "1");
        assertThat(prompt(style)).isEqualTo("acme/website:live\n");
    }

    @Test
    void sandboxIsNotColored() {
        set("ORGCTL_PROJECT", "acme/website");
        set("ORGCTL_MODE", "sandbox");
        assertThat(prompt("bash")).isEqualTo("acme/website:sandbox\n");
    }

    /** A file that came with what was checked out; a shell would run or interpret the last ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "{\"org\": 7}",
                "{\"org\": \"acme\", \"mode\": \"production\"}",
                "{\"org\": \"acme\", \"project\": \"web\", \"color\": \"pink\", \"mode\": \"live\"}",
                "{\"org\": \"$(touch pwned)\"}",
                "{\"org\": \"`id`\", \"project\": \"%(!.x.y)\"}",
                "{\"org\": \"5bc8fbbc-bde5-4099-8164-d8399f767c45\"}",
            })
    void aBadFileLeavesItEmpty(String content) throws IOException {
        Files.writeString(orgctl.work().resolve(".orgctl.json"), content);
        assertThat(prompt("bash")).isIn("", "acme\n");
    }

    @Test
    void noticesAreLeftToOtherCommands() throws IOException {
        Files.writeString(
                orgctl.work().resolve(".orgctl.json"), "{\"org\": \"acme\", \"pager\": \"evil\", \"aliases\": {}}");
        assertThat(orgctl.run("status").err()).contains("ignored the pager");
        assertThat(prompt("zsh")).isEqualTo("acme\n");
    }

    @Test
    void anUnknownStyleIsAUsageError() {
        assertThat(orgctl.run("status", "--prompt=tcsh").exit()).isEqualTo(2);
    }

    private String prompt(String style) {
        CliHarness.Outcome outcome = orgctl.run("status", "--prompt=" + style);
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }

    private void set(String variable, String value) {
        if (value != null) {
            orgctl.set(variable, value);
        }
    }
}
