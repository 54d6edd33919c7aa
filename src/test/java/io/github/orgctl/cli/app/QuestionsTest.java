package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked on a terminal that shows plain lines, and what the answers do. */
class QuestionsTest {
    private static final String CONFLICT = "Value of limit in live? [sandbox/live/quit]";
    private static final String GATED = "Change footer in live? [allow/keep/quit]";
    private static final String CONFIRMATION = "? [y/N]";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void seed() {
        orgctl = new CliHarness(folder).set("TERM", "dumb");
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        orgctl.must("project", "create", "Shop");
        orgctl.terminals("ie");
    }

    /** A conflict about {@code limit}, and {@code footer} to delete. */
    private void diverge() {
        orgctl.must("config", "set", "limit=50", "footer=Hello", "--env", "website:sandbox");
        orgctl.must("env", "promote", "website", "--yes");
        orgctl.must("config", "set", "limit=80", "--env", "website:sandbox");
        orgctl.must("config", "unset", "footer", "--env", "website:sandbox");
        orgctl.must("config", "set", "limit=60", "--env", "website:live");
    }

    private Outcome typing(String typed, String... arguments) {
        Outcome outcome = orgctl.typing(typed).run(arguments);
        assertThat(outcome.err()).doesNotContain("\u001b");
        return outcome;
    }

    private String live() {
        orgctl.terminals("");
        return orgctl.must(
                "config", "list", "--env", "website:live", "-o", "tsv", "--fields", "key,value", "--no-header");
    }

    @ParameterizedTest
    @CsvSource({
        "'sandbox\nallow\ny\n', 'limit\t80\n'",
        "'s\nk\nyes\n',         'footer\t\"Hello\"\nlimit\t80\n'",
        "'LIVE\na\nY\n',        'limit\t60\n'",
        "'\nmaybe\nl\nkeep\ny\n', 'footer\t\"Hello\"\nlimit\t60\n'",
    })
    void conflictsAndGatesAreSettledKeyByKey(String typed, String expected) {
        diverge();
        Outcome outcome = typing(typed, "env", "promote", "website");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .containsSubsequence(
                        "Conflict 1 of 1: limit changed in both sandbox and live",
                        "  base:     50",
                        "  sandbox:  80",
                        "  live:     60",
                        CONFLICT,
                        "Gate 1 of 1: footer requires --allow-delete (keys to delete)",
                        "  sandbox:  not set",
                        "  live:     \"Hello\"",
                        GATED,
                        CONFIRMATION);
        assertThat(live()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "quit\n", "s\n", "s\nq\n", "s\na\n", "s\na\nn\n", "s\na\n\n"})
    void nothingIsPromotedBeforeTheLastAnswer(String typed) {
        diverge();
        Outcome outcome = typing(typed, "env", "promote", "website");
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).endsWith("orgctl: error: not confirmed: nothing was changed\n");
        assertThat(live()).isEqualTo("footer\t\"Hello\"\nlimit\t60\n");
    }

    @ParameterizedTest
    @CsvSource({
        "env promote website --take limit --allow-delete, false, false, true",
        "env promote website --keep limit, false, true, true",
        "env promote website --allow-delete, true, false, true",
        "env promote website limit, true, false, true",
        "env promote website --yes, false, false, false",
        "env promote website --no-input, false, false, false",
        "env promote website --dry-run, false, false, false",
    })
    void whatOptionsSayIsNotAsked(String line, boolean conflict, boolean gate, boolean confirmation) {
        diverge();
        String err = typing("s\na\ny\n", line.split(" ")).err();
        assertThat(err.contains(CONFLICT)).isEqualTo(conflict);
        assertThat(err.contains(GATED)).isEqualTo(gate);
        assertThat(err.contains(CONFIRMATION)).isEqualTo(confirmation);
    }

    /** Nobody waits for whoever thinks; but what was confirmed is done to what was shown, or not at all. */
    @ParameterizedTest
    @ValueSource(strings = {"website:live", "website:sandbox"})
    void whatChangesMeanwhileIsNotPromoted(String environment) {
        orgctl.must("config", "set", "limit=50", "--env", "website:sandbox");
        orgctl.asked(() -> {
            CliHarness other = new CliHarness(folder);
            other.must("config", "set", "other=1", "--env", "acme/" + environment);
        });
        Outcome outcome = typing("y\n", "env", "promote", "website");
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(4);
        assertThat(outcome.err()).contains("the changes to acme/website:live are no longer those that were confirmed");
        assertThat(live()).doesNotContain("limit");
    }

    @ParameterizedTest
    @CsvSource({
        "org create,     Name of the organization:, Initech",
        "project create, Name of the project:,      Initech",
        "org create,     Name of the organization:, '\nInitech'",
    })
    void whatIsMissingIsAskedFor(String command, String question, String typed) {
        String[] words = (command + " --fields slug").split(" ");
        Outcome outcome = typing(typed + "\n", words);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains(question);
        assertThat(outcome.out()).isEqualTo("Slug:  initech\n");
        Outcome ended = typing("", words);
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains(question + " \norgctl: error: missing required parameter: 'NAME'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org create", "project create", "member invite", "use"})
    void nothingIsAskedWithoutATerminal(String command) {
        for (String terminals : new String[] {"", "i", "e", "o", "io", "oe"}) {
            Outcome outcome = orgctl.terminals(terminals).typing("a@b.c\n").run(command.split(" "));
            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("orgctl: error: ");
        }
        orgctl.terminals("ioe");
        Outcome outcome = typing("a@b.c\n", (command + " --no-input").split(" "));
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
    }

    @Test
    void invitesWhomAndAsWhatIsTyped() {
        Outcome outcome = typing(
                "nobody\nann@example.com, ben@example.com\nchef\nadmin\n",
                "member",
                "invite",
                "-o",
                "csv",
                "--fields",
                "email,role,token",
                "--no-header");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines()).hasSize(2).allMatch(line -> line.matches("(ann|ben)@example.com,admin,.+"));
        assertThat(outcome.err()).contains("'nobody' is not an e-mail address", "'chef' is not a role");
        Outcome byDefault = typing("cleo@example.com\n\n", "member", "invite", "--jq", ".[] | .token, .role");
        assertThat(byDefault.out()).endsWith("\ndeveloper\n");
        Outcome given =
                typing("dan@example.com\n", "member", "invite", "--role", "viewer", "--jq", ".[] | .token, .role");
        assertThat(given.out()).endsWith("\nviewer\n");
        assertThat(given.err()).doesNotContain("Role:");
        Outcome ended = typing("eve@example.com\n", "member", "invite");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(orgctl.must("invite", "list", "-o", "ids").lines()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "'3\n', acme/website",
        "'acme/shop\n', acme/shop",
        "'web\n1\n', acme/website",
        "'WEB\n1\n', acme/website",
        "'nothing\n2\n', acme/shop",
    })
    void whatToUseIsNamedByNumberOrText(String typed, String expected) {
        Outcome outcome = typing(typed, "use", "-o", "ids");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .startsWith("Select an organization or project:\n1. acme, Acme (current)\n2. acme/shop, Shop\n");
        assertThat(outcome.out()).isEqualTo(expected + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "web\n\n"})
    void nothingIsSelectedWithoutAnAnswer(String typed) {
        orgctl.must("use", "acme/shop");
        Outcome outcome = typing(typed, "use");
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).endsWith("orgctl: error: nothing selected: the selection is unchanged\n");
        assertThat(orgctl.must("project", "show", "--fields", "slug")).isEqualTo("Slug:  shop\n");
    }

    @Test
    void whereThereIsNothingToSelectItSaysSo() {
        orgctl.must("org", "delete", "acme", "--confirm", "acme");
        orgctl.must("use", "--clear");
        Outcome outcome = orgctl.run("use");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("there are no organizations to select", "orgctl org create NAME");
    }
}
