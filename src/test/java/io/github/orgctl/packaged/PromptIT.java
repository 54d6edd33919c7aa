package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked on a terminal, and what each answer leads to. */
@Execution(ExecutionMode.CONCURRENT)
class PromptIT {
    @TempDir
    static Path prepared;

    @TempDir
    Path scratch;

    private Installation orgctl;
    private Pty pty;

    @BeforeAll
    static void prepare() throws Exception {
        Installation first = Installation.archived(prepared);
        first.must("org", "create", "Acme");
        first.must("project", "create", "Website", "--org", "acme");
    }

    @BeforeEach
    void install() throws Exception {
        scratch = Installation.copy(prepared, scratch.toRealPath());
        orgctl = Installation.archived(scratch);
        orgctl.env.put("TERM", "xterm");
        orgctl.env.put("ORGCTL_ORG", "acme");
        pty = new Pty(orgctl, scratch);
    }

    private boolean exists(String noun, String slug) throws Exception {
        return orgctl.run(noun, "show", slug).exit() == 0;
    }

    @ParameterizedTest
    @CsvSource({
        "org,     acme,    acme\\n,       0, false",
        "org,     acme,    ' acme \\n',   0, false",
        "org,     acme,    Acme\\n,       8, true",
        "org,     acme,    yes\\n,        8, true",
        "org,     acme,    \\n,           8, true",
        "org,     acme,    \\x04,         8, true",
        "org,     acme,    \\x03,       130, true",
        "project, website, website\\n,    0, false",
        "project, website, acme\\n,       8, true",
        "project, website, web\\x03,    130, true",
    })
    void deletesOnlyWhatIsConfirmed(String noun, String slug, String answer, int exit, boolean stays) throws Exception {
        Run run = pty.run(answer, noun, "delete", slug, "--no-pager");
        assertThat(run.out()).contains("Type its slug to confirm:");
        assertThat(run.exit()).as(run.out()).isEqualTo(exit);
        assertThat(exists(noun, slug)).isEqualTo(stays);
        assertThat(orgctl.run("store", "check").exit()).isZero();
    }

    @Test
    void warnsOfWhatGoes() throws Exception {
        assertThat(pty.run("no\\n", "org", "delete", "acme").out()).contains("This moves the organization Acme (acme)");
        assertThat(pty.run("no\\n", "org", "delete", "acme", "--purge").out())
                .contains("This permanently deletes the organization Acme (acme)");
    }

    @Test
    void asksNothingThatIsAnsweredAlready() throws Exception {
        Run refused = pty.run("", "org", "delete", "acme", "--no-input");
        assertThat(refused.out()).doesNotContain("Type its slug").contains("--confirm acme");
        assertThat(refused.exit()).isEqualTo(8);
        Run missing = pty.run("", "org", "delete", "globex");
        assertThat(missing.out()).doesNotContain("Type its slug");
        assertThat(missing.exit()).isEqualTo(3);
        Run confirmed = pty.run("", "org", "delete", "acme", "--confirm", "acme", "--no-pager");
        assertThat(confirmed.out()).doesNotContain("Type its slug");
        assertThat(confirmed.exit()).isZero();
    }

    @Test
    void asksTheSameQuestionInADryRun() throws Exception {
        Run run = pty.run("acme\\n", "org", "delete", "acme", "--dry-run", "--no-pager");
        assertThat(run.out()).contains("Type its slug to confirm:", "dry run");
        assertThat(run.exit()).isZero();
        assertThat(exists("org", "acme")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"y\\n, 0, 2", "YES\\n, 0, 2", "n\\n, 8, 1", "\\n, 8, 1", "\\x04, 8, 1", "\\x03, 130, 1"})
    void promotesOnlyWhatIsAgreedTo(String answer, int exit, int revision) throws Exception {
        orgctl.run("config", "set", "limits.users=5", "--env", "website:sandbox");
        Run run = pty.run(answer, "env", "promote", "website", "--no-pager");
        assertThat(run.out()).contains("limits.users", "Change 1 key of acme/website:live? [y/N]");
        assertThat(run.exit()).as(run.out()).isEqualTo(exit);
        assertThat(orgctl.run("env", "show", "website:live", "--fields", "revision")
                        .out())
                .contains(Integer.toString(revision));
    }

    @Test
    void asksNothingWhereNothingIsPromoted() throws Exception {
        assertThat(pty.run("", "env", "promote", "website").out()).doesNotContain("[y/N]");
        orgctl.run("config", "set", "limits.users=5", "--env", "website:sandbox");
        assertThat(pty.run("", "env", "promote", "website", "--dry-run", "--no-pager")
                        .out())
                .doesNotContain("[y/N]");
        assertThat(pty.run("", "env", "promote", "website", "--no-input").exit())
                .isEqualTo(8);
        orgctl.run("config", "set", "limits=6", "--env", "website:live");
        assertThat(pty.run("", "env", "promote", "website", "--no-pager").exit())
                .isEqualTo(5);
        orgctl.run("config", "unset", "limits", "--env", "website:live");
    }

    /** What destroys something or touches live is agreed to by whoever has read the question. */
    @ParameterizedTest
    @CsvSource({"project delete website, website\\n", "env promote website, y\\n", "env promote website, y"})
    void whatWasTypedBeforeTheQuestionIsNoAnswer(String command, String typed) throws Exception {
        orgctl.run("config", "set", "limits.users=5", "--env", "website:sandbox");
        Run run = pty.run("EARLY " + typed + "|\\n", command.split(" "));
        assertThat(run.exit()).as(run.out()).isEqualTo(8);
        assertThat(exists("project", "website")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x04", "n\\n"})
    void opensTheEditorAgainOnlyForAYes(String answer) throws Exception {
        orgctl.env.put("EDITOR", "printf '[' >");
        Run run = pty.run(answer, "config", "edit", "--env", "website:sandbox");
        assertThat(run.out()).containsOnlyOnce("Open the editor again? [Y/n]");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void coloursAndPagesOnlyOnATerminal() throws Exception {
        orgctl.env.put("ORGCTL_PAGER", "sed s/^/paged:/");
        assertThat(pty.run("", "project", "list", "--no-pager").out())
                .contains("\u001b[")
                .doesNotContain("paged:");
        orgctl.env.put("TERM", "dumb");
        assertThat(pty.run("", "project", "list", "--no-pager").out()).doesNotContain("\u001b[");
        assertThat(orgctl.run("project", "list").out()).doesNotContain("\u001b[", "paged:");
    }

    @Test
    void aBarThatIsInterruptedLeavesTheLine() throws Exception {
        Run run = pty.run("\\x03", "billing", "usage", "import", "-f", "-", "--format", "ndjson");
        assertThat(run.exit()).isEqualTo(130);
        assertThat(run.out()).contains("Reading").endsWith("\n");
    }

    /** In a store that is not the user's alone, what secrets refer to is used once somebody has agreed to it. */
    @Test
    void asksOnceForEachReference() throws Exception {
        assertThat(orgctl.run("secret", "set", "a", "--ref", "cmd:echo run", "--env", "website:sandbox")
                        .exit())
                .isZero();
        Path store = scratch.resolve(".local/share/orgctl/orgctl.db");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-rw-rw-"));
        String[] reveal = {"secret", "reveal", "a", "--env", "website:sandbox", "--no-pager"};
        String question = "Trust this reference from now on? [y/N]";
        for (String answer : new String[] {"\\n", "n\\n", "\\x04"}) {
            Run refused = pty.run(answer, reveal);
            assertThat(refused.out()).contains("one of its secrets refers to cmd:echo run", question);
            assertThat(refused.exit()).isEqualTo(8);
        }
        Run agreed = pty.run("y\\n", reveal);
        assertThat(agreed.out()).contains(question);
        assertThat(agreed.exit()).isZero();
        Run known = pty.run("", reveal);
        assertThat(known.out()).contains("run").doesNotContain(question);
        assertThat(known.exit()).isZero();
    }
}
