package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exporting, comparing and applying documents. */
class DocumentsTest {
    private static final String[] ALL_GATES = {
        "--allow-live",
        "--allow-role-changes",
        "--allow-delete",
        "--allow-critical",
        "--allow-new-domains",
        "--allow-downgrades",
        "--yes"
    };

    @TempDir
    private Path folder;

    private CliHarness cli;

    @BeforeEach
    void start() {
        cli = new CliHarness(folder);
    }

    private void write(String text) {
        write("a.yaml", text);
    }

    private void write(String name, String text) {
        try {
            Path file = cli.work().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException exception) {
            throw new AssertionError(exception);
        }
    }

    private static String organization(String rest) {
        return "apiVersion: orgctl/v1\nkind: Organization\nslug: acme\n" + rest;
    }

    private static String project(String organization, String slug, String rest) {
        return "apiVersion: orgctl/v1\nkind: Project\norganization: " + organization + "\nslug: " + slug + "\n" + rest;
    }

    private Outcome plan(String... options) {
        return run("plan", options);
    }

    private Outcome apply() {
        return run("apply", ALL_GATES);
    }

    private Outcome run(String verb, String... options) {
        String[] line = new String[options.length + 3];
        line[0] = verb;
        line[1] = "-f";
        line[2] = "a.yaml";
        System.arraycopy(options, 0, line, 3, options.length);
        return cli.run(line);
    }

    private void acmeWithWebsite() {
        cli.must("org", "create", "Acme");
        cli.must("project", "create", "Website", "--org", "acme");
    }

    @ParameterizedTest
    @CsvSource({"'name: Acme\n', 0", "'members: []\n', 0", "'members:\n', 2", "'projects:\n  # - slug: a\n', 2"})
    void omittedEmptyAndNullAreThreeThings(String rest, int exit) {
        acmeWithWebsite();
        cli.must("member", "invite", "ann@example.com", "--org", "acme");
        write(organization(rest));
        assertThat(plan().exit()).isEqualTo(exit);
        if (rest.contains("[]")) {
            assertThat(plan().err()).contains("1 not in the documents, left alone");
            assertThat(plan("--allow-delete").exit()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# c\n", "---\n", "--- # c\n", "null\n", "[]\n", "x\n"})
    void noDocumentIsAnError(String text) {
        acmeWithWebsite();
        cli.typing(text);
        Outcome outcome = cli.run("plan", "-f", "-", "--allow-delete");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).containsPattern("standard input:[12]:1: ");
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirPlaces() {
        write("apiVersion: orgctl/v2\nkind: Organization\nslug: acme\nnaem: x\nname: 5\nname: y\nwebsiteUrl: !foo z\n"
                + "description: &x q\nliveWrites: *x\nprojects:\n  - slug: Not A Slug\n    sandbox:\n      <<: {}\n"
                + "      secrets: {K: \"******\"}\n      configuration: {a: \"\\uD800\", .b: 1}\n");
        Outcome outcome = plan();
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains(
                        "a.yaml:1:13: apiVersion",
                        "a.yaml:4:1: unknown field 'naem': did you mean name",
                        "a.yaml:6:1: duplicate key 'name'",
                        "a.yaml:7:",
                        "the tag !foo",
                        "a.yaml:8:",
                        "the anchor &x",
                        "a.yaml:9:13: the alias *x",
                        "a.yaml:11:11: 'Not A Slug'",
                        "a.yaml:13:7: merging with <<",
                        "a.yaml:14:20: this is not a reference",
                        "a.yaml:15:26: unpaired surrogate",
                        "a.yaml:15:36: '.b' is not a key")
                .doesNotContain("******");
    }

    @Test
    void fiftyProblemsAreToldAndTheRestCounted() {
        write(organization("") + "x: 1\n".repeat(1) + bad(100));
        Outcome outcome = plan();
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err().lines().filter(line -> line.contains("a.yaml:")))
                .hasSize(50);
        assertThat(outcome.err()).contains("and 51 more");
    }

    private static String bad(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < number; i++) {
            text.append("wrong").append(i).append(": 1\n");
        }
        return text.toString();
    }

    @Test
    void jsonFilesAreReadAsJson() {
        write("b.json", "{\"apiVersion\":\"orgctl/v1\",\"kind\":\"Organization\",\"slug\":\"acme\",}");
        Outcome outcome = cli.run("plan", "-f", "b.json");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("b.json:1:");
    }

    @Test
    void nothingIsDeletedWithoutAskingForIt() {
        acmeWithWebsite();
        cli.must("member", "invite", "ann@example.com", "--org", "acme");
        cli.must("config", "set", "a=1", "--env", "acme/website:sandbox");
        cli.must("secret", "set", "s", "--ref", "env:X", "--env", "acme/website:sandbox");
        write("{\"type\":\"object\"}");
        cli.must("schema", "set", "-f", "a.yaml", "acme/website");
        cli.must("project", "create", "Other", "--org", "acme");
        write(organization("members: []\nprojects:\n  - slug: website\n    schema: \"\"\n    sandbox:\n"
                + "      configuration: {}\n      secrets: {}\n"));
        Outcome plan = plan("-o", "json");
        assertThat(plan.exit()).isZero();
        assertThat(plan.out().split("\"keep\"")).hasSize(6);
        assertThat(apply(false).exit()).isZero();
        assertThat(cli.must("export")).contains("ann@", "a: 1", "env:X", "schema", "other");
        Outcome deletion = plan("--allow-delete");
        assertThat(deletion.exit()).isEqualTo(1);
        assertThat(deletion.err()).contains("deletes 1 of 2 projects of acme");
        assertThat(apply().exit()).isZero();
        assertThat(cli.must("export")).doesNotContain("ann@", "a: 1", "env:X", "schema", "other");
        assertThat(plan("--allow-delete").exit()).isZero();
    }

    private Outcome apply(boolean delete) {
        return delete ? apply() : run("apply", "--allow-live", "--allow-role-changes", "--yes");
    }

    @Test
    void otherOrganizationsAreOutOfReach() {
        acmeWithWebsite();
        cli.must("org", "create", "Other");
        cli.must("project", "create", "Kept", "--org", "other");
        write(organization("projects: []\n"));
        assertThat(run("apply", "--allow-delete", "--allow-live", "--yes", "--org", "acme")
                        .exit())
                .isZero();
        assertThat(cli.must("project", "list", "--all-orgs", "-o", "ids").lines())
                .hasSize(1);
    }

    @Test
    void planFailsAsApplyWould() {
        acmeWithWebsite();
        write(project("acme", "shop", "name: Website\n"));
        assertThat(plan().exit()).isEqualTo(4);
        assertThat(apply().exit()).isEqualTo(4);
        write(project("acme", "shop", "name: Shop\nsandbox:\n  configuration: {a: 1, a.b: 2}\n"));
        assertThat(plan().exit()).isEqualTo(5);
        assertThat(apply().exit()).isEqualTo(5);
        write(project("nowhere", "shop", "name: Shop\n"));
        assertThat(plan().exit()).isEqualTo(3);
    }

    @Test
    void namesAreExchanged() {
        cli.must("org", "create", "Acme");
        String a =
                cli.must("project", "create", "A", "--org", "acme", "-o", "ids").strip();
        String b =
                cli.must("project", "create", "B", "--org", "acme", "-o", "ids").strip();
        write(project("acme", "b", "renamedFrom: a\nname: B\n") + "---\n"
                + project("acme", "a", "renamedFrom: b\nname: A\n"));
        assertThat(plan().exit()).isEqualTo(1);
        assertThat(apply().exit()).isZero();
        assertThat(cli.must("project", "show", "acme/b", "--fields", "id,name")).contains(a, "B");
        assertThat(cli.must("project", "show", "acme/a", "--fields", "id,name")).contains(b, "A");
    }

    @Test
    void organizationsExchangeNames() {
        String a = cli.must("org", "create", "A", "-o", "ids").strip();
        cli.must("org", "create", "B");
        String text = "apiVersion: orgctl/v1\nkind: Organization\n";
        write(text + "slug: b\nrenamedFrom: a\nname: B\n---\n" + text + "slug: a\nrenamedFrom: b\nname: A\n");
        assertThat(apply().exit()).isZero();
        assertThat(cli.must("org", "show", "b", "--fields", "id")).contains(a);
    }

    @Test
    void aRenameTakesTheNameOfWhatIsDeleted() {
        cli.must("org", "create", "Acme");
        String a =
                cli.must("project", "create", "A", "--org", "acme", "-o", "ids").strip();
        cli.must("project", "create", "B", "--org", "acme");
        write(organization("projects:\n  - {slug: b, id: " + a + ", name: b}\n"));
        assertThat(apply().exit()).isZero();
        assertThat(cli.must("project", "show", "acme/b", "--fields", "id")).contains(a);
        assertThat(plan().exit()).isZero();
    }

    @Test
    void aRenameThatIsDoneIsNoChangeAndOneThatIsUnclearAConflict() {
        cli.must("org", "create", "Acme");
        cli.must("project", "create", "A", "--org", "acme");
        write(project("acme", "b", "renamedFrom: a\n"));
        assertThat(apply().exit()).isZero();
        assertThat(plan().exit()).isZero();
        cli.must("project", "create", "New", "--slug", "a", "--org", "acme");
        assertThat(plan().exit()).isEqualTo(4);
    }

    @Test
    void projectsMoveThroughEachOther() {
        cli.must("org", "create", "A");
        cli.must("org", "create", "B");
        String first =
                cli.must("project", "create", "P", "--org", "a", "-o", "ids").strip();
        String second =
                cli.must("project", "create", "P", "--org", "b", "-o", "ids").strip();
        write(project("b", "q", "renamedFrom: p\nname: Q\n") + "---\n" + project("b", "p", "renamedFrom: a/p\n"));
        Outcome plan = plan();
        assertThat(plan.exit()).isEqualTo(1);
        assertThat(plan.err()).contains("--allow-live", "--allow-role-changes");
        assertThat(apply().exit()).isZero();
        assertThat(cli.must("project", "show", "b/p", "--fields", "id")).contains(first);
        assertThat(cli.must("project", "show", "b/q", "--fields", "id")).contains(second);
        assertThat(plan().exit()).isZero();
    }

    @Test
    void whatIsWrittenAnotherWayIsNoChange() {
        write(organization("name: \"  Acme \"\ndescription: \"\"\nprojects:\n  - slug: website\n    name: Website\n"
                + "    sandbox:\n      configuration: {a: 1, b: 1.0, c: 0.10, d: 1e3, e: 0123, f: 12345678901234567890,"
                + " \"on\": NO, g: .inf, h: null}\n"));
        assertThat(apply().exit()).isZero();
        assertThat(plan().exit()).isZero();
        cli.must("org", "update", "acme", "--live-writes", "admin");
        assertThat(plan().exit()).isZero();
        assertThat(cli.must("config", "get", "d", "--env", "acme/website:sandbox"))
                .isEqualTo("1e3\n");
        assertThat(cli.must("config", "get", "e", "--env", "acme/website:sandbox"))
                .isEqualTo("0123\n");
    }

    @Test
    void theOrderOfDocumentsDoesNotMatter() {
        write(project("acme", "website", "name: Website\nlive:\n  configuration: {a: 1}\n") + "---\n"
                + organization("name: Acme\nmembers:\n  - {email: ann@example.com, role: admin}\n"));
        Outcome plan = plan(ALL_GATES[0], ALL_GATES[1], "-o", "json");
        Outcome dryRun = run("apply", "--dry-run", ALL_GATES[0], ALL_GATES[1], "-o", "json");
        Outcome apply = run("apply", "--yes", ALL_GATES[0], ALL_GATES[1], "-o", "json");
        assertThat(plan.exit()).isEqualTo(1);
        assertThat(dryRun.exit()).isZero();
        assertThat(apply.exit()).isZero();
        assertThat(plan.out()).isEqualTo(dryRun.out()).isEqualTo(apply.out());
    }

    @Test
    void aMisspeltProjectIsNotNothingToDo() {
        acmeWithWebsite();
        write(project("acme", "website", ""));
        Outcome outcome = plan("--project", "webiste");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("did you mean website?");
    }

    @Test
    void aClosedGateLetsNothingThrough() {
        acmeWithWebsite();
        write(project("acme", "website", "live:\n  configuration: {u: \"https://new.example/\"}\n"));
        Outcome outcome = run("apply", "--yes");
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).contains("--allow-live --allow-new-domains");
        assertThat(run("apply", "--yes", "--allow-live").exit()).isEqualTo(8);
        assertThat(run("apply", "--allow-live", "--allow-new-domains").exit()).isEqualTo(8);
        assertThat(cli.must("config", "list", "--env", "acme/website:live", "-o", "json"))
                .isEqualTo("[]\n");
    }

    /** A mark holds for a change that comes with it, and for one that takes it away. */
    @Test
    void gatesAreThoseOfTheSchemaBeforeAndAfter() {
        acmeWithWebsite();
        String live = "live:\n  configuration: {mfa: true, limit: 1}\n";
        write(project("acme", "website", live));
        assertThat(run("apply", "--yes", "--allow-live").exit()).isZero();
        String marks = "schema: '{\"properties\":{\"mfa\":{\"x-orgctl\":{\"downgrade\":true}},"
                + "\"limit\":{\"x-orgctl\":{\"critical\":true}}}}'\n";
        write(project("acme", "website", marks + live.replace("limit: 1", "limit: 2")));
        assertThat(run("apply", "--yes", "--allow-live").err()).contains("requires --allow-critical");
        assertThat(run("apply", "--yes", "--allow-live", "--allow-critical").exit())
                .isZero();
        write(project("acme", "website", "schema: \"\"\n" + live.replace("true", "false")));
        Outcome outcome = run("apply", "--yes", "--allow-live", "--allow-delete");
        assertThat(outcome.exit()).isEqualTo(8);
        assertThat(outcome.err()).contains("requires --allow-critical", "requires --allow-downgrades");
        assertThat(run("apply", "--yes", "--allow-live", "--allow-delete", "--allow-critical", "--allow-downgrades")
                        .exit())
                .isZero();
        assertThat(cli.must("config", "get", "mfa", "--env", "acme/website:live"))
                .isEqualTo("false\n");
    }

    @Test
    void rightsAreJudgedBeforeTheFirstChange() {
        acmeWithWebsite();
        String members = "members:\n  - {email: ann@example.com, role: ";
        cli.must("member", "invite", "ann@example.com", "bob@example.com", "--role", "owner", "--org", "acme");
        accept("ann@example.com", "bob@example.com");
        write(organization(members + "developer}\n  - {email: bob@example.com, role: owner}\n") + "---\n"
                + project("acme", "website", "name: Shop\nsandbox:\n  configuration: {a: 1}\n"));
        cli.set("ORGCTL_ACTOR", "ann@example.com");
        assertThat(apply().exit()).isZero();
        write(organization(members + "owner}\n") + "---\n" + project("acme", "website", "name: Store\n"));
        Outcome outcome = plan();
        assertThat(outcome.exit()).isEqualTo(6);
        assertThat(outcome.err()).contains("permissions are missing", "member.role", "project.update");
    }

    private void accept(String... people) {
        for (String person : people) {
            String token = cli.must(
                            "invite",
                            "resend",
                            person,
                            "--org",
                            "acme",
                            "--fields",
                            "token",
                            "-o",
                            "tsv",
                            "--no-header")
                    .strip();
            cli.set("ORGCTL_ACTOR", person).typing(token + "\n");
            cli.must("invite", "accept", "--token-stdin");
            cli.set("ORGCTL_ACTOR", null);
        }
    }

    @Test
    void secretsAreReferencesOrHaveToExist() {
        acmeWithWebsite();
        write(project("acme", "website", "sandbox:\n  secrets: {a: stored, b: stored, c: env:MISSING, d: env:NONE}\n"));
        Outcome absent = plan();
        assertThat(absent.exit()).isEqualTo(3);
        assertThat(absent.err()).contains("acme/website:sandbox a", "acme/website:sandbox b");
        write(project("acme", "website", "sandbox:\n  secrets: {c: env:MISSING, d: env:NONE}\n"));
        assertThat(plan().exit()).isEqualTo(1);
        Outcome missing = apply();
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.err()).contains("MISSING", "NONE");
        assertThat(cli.must("secret", "list", "--env", "acme/website:sandbox", "-o", "ids"))
                .isEmpty();
        cli.set("MISSING", "s3cr3t-value").set("NONE", "x");
        assertThat(apply().exit()).isZero();
        cli.typing("another-value").must("secret", "set", "e", "--env", "acme/website:sandbox");
        String export = cli.must("export");
        assertThat(export).contains("c: \"env:MISSING\"", "\"e\": \"stored\"").doesNotContain("s3cr3t", "another");
    }

    @Test
    void foldersAreReadInOrderAndKeepToThemselves() throws IOException {
        acmeWithWebsite();
        write("tmp.d/b.yaml", project("acme", "website", "name: Shop\n"));
        write("tmp.d/.a.yaml", "broken: [");
        write("tmp.d/notes.txt", "x");
        Outcome plan = cli.run("plan", "-f", "tmp.d");
        assertThat(plan.exit()).isEqualTo(1);
        assertThat(plan.err()).contains("ignored tmp.d/notes.txt");
        Files.createSymbolicLink(cli.work().resolve("tmp.d/c.yaml"), Path.of("/etc/passwd"));
        assertThat(cli.run("plan", "-f", "tmp.d").exit()).isEqualTo(8);
        assertThat(cli.run("plan", "-f", "nothing").exit()).isEqualTo(2);
        assertThat(cli.run("plan", "-f").exit()).isEqualTo(2);
        assertThat(cli.run("plan").exit()).isEqualTo(2);
    }

    @Test
    void byteOrderMarksBehindTheFirstAreRefusedWithTheirPlace() {
        acmeWithWebsite();
        write("\ufeff" + project("acme", "website", "") + "---\n\ufeff" + project("acme", "shop", "name: S\n"));
        Outcome outcome = plan();
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("a.yaml:6:1");
    }

    @Test
    void driftTellsEverythingAndChangesNothing() {
        acmeWithWebsite();
        write(cli.must("export"));
        assertThat(plan("--drift").exit()).isZero();
        cli.must("member", "invite", "ann@example.com", "--org", "acme");
        Outcome drift = plan("--drift", "--format", "junit");
        assertThat(drift.exit()).isEqualTo(1);
        assertThat(drift.out()).contains("failures=\"1\"", "ann@example.com", "message=\"delete\"");
        assertThat(plan("--drift", "--allow-delete").exit()).isEqualTo(2);
    }

    /** Without it, two commands would do what the gates refuse to one. */
    @Test
    void aSchemaThatProtectsLessOfLivePassesTheGate() {
        acmeWithWebsite();
        String live = "live:\n  configuration: {limit: 1, mfa: true, other: 1}\n  secrets: {key: env:KEY}\n";
        String marks = "schema: '{\"properties\":{\"limit\":{\"x-orgctl\":{\"critical\":true}},\"key\":{\"x-orgctl\":"
                + "{\"promote\":\"never\"}},\"mfa\":{\"x-orgctl\":{\"downgrade\":true}},\"free\":{\"x-orgctl\":"
                + "{\"critical\":true}}}}'\n";
        cli.set("KEY", "x");
        write(project("acme", "website", marks + live));
        assertThat(run("apply", "--yes", "--allow-live", "--allow-critical").exit())
                .isZero();
        write(project("acme", "website", marks.replace("true", "false")));
        Outcome loosened = run("apply", "--yes");
        assertThat(loosened.exit()).isEqualTo(8);
        assertThat(loosened.err()).contains("requires --allow-critical", "requires --allow-downgrades");
        write(project("acme", "website", "schema: \"\"\n"));
        assertThat(run("apply", "--yes", "--allow-delete").err())
                .contains("requires --allow-critical", "requires --allow-downgrades");
        write(project("acme", "website", marks.replace("{\"promote\":\"never\"}", "{}")));
        assertThat(run("apply", "--yes").err()).contains("requires --allow-critical");
        write(project("acme", "website", marks.replace("\"free\"", "\"unused\"")));
        assertThat(run("apply", "--yes").exit()).isZero();
    }

    @Test
    void aSecretThatTheSchemaMarksIsCriticalAsInTheSingleCommand() {
        acmeWithWebsite();
        cli.set("A", "1");
        write("{\"properties\":{\"key\":{\"x-orgctl\":{\"critical\":true}}}}");
        cli.must("schema", "set", "-f", "a.yaml", "acme/website");
        write(project("acme", "website", "live:\n  secrets: {key: env:A}\n"));
        Outcome plan = plan("--allow-live");
        assertThat(plan.err()).contains("requires --allow-critical: critical live keys (1)");
        assertThat(run("apply", "--yes", "--allow-live").exit()).isEqualTo(8);
        assertThat(cli.run("secret", "set", "key", "--ref", "env:A", "--env", "acme/website:live")
                        .exit())
                .isEqualTo(8);
    }

    @Test
    void aSchemaIsComparedRuleByRule() {
        acmeWithWebsite();
        write(project(
                "acme",
                "website",
                "schema: '{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"properties\":"
                        + "{\"c\":{\"minimum\":1}}}}}'\n"));
        assertThat(plan("--jq", ".[].after").out()).isEqualTo("3 rules\n");
        assertThat(apply().exit()).isZero();
        write(project(
                "acme",
                "website",
                "schema: '{\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"properties\":{\"c\":{\"minimum\":2}}},"
                        + "\"d/e\":true}}'\n"));
        assertThat(plan("--jq", ".[] | [.key,.before,.after] | @csv").out())
                .isEqualTo("\"/properties/b/properties/c/minimum\",1,2\n\"/properties/d~1e\",,true\n"
                        + "\"/type\",\"object\",\n");
        assertThat(apply().exit()).isZero();
        assertThat(plan().exit()).isZero();
        write(cli.must("export", "--project", "acme/website").replace("{\\\"properties\\\"", "{ \\\"properties\\\""));
        Outcome spelling = plan("--fields", "key,before,after", "-o", "csv");
        assertThat(spelling.exit()).isEqualTo(1);
        assertThat(spelling.out()).contains("line 1");
        assertThat(apply().exit()).isZero();
    }

    @Test
    void whoIsInvitedIsToldHowToSendTheInvitation() {
        cli.must("org", "create", "Acme");
        StringBuilder members = new StringBuilder("members:\n");
        for (int i = 0; i < 12; i++) {
            members.append("  - {email: m").append(i).append("@example.com, role: viewer}\n");
        }
        write(organization(members.toString()));
        assertThat(run("apply", "--yes", "--allow-role-changes", "--dry-run").err())
                .doesNotContain("resend");
        Outcome outcome = run("apply", "--yes", "--allow-role-changes");
        assertThat(outcome.err())
                .contains(
                        "to send an invitation, run: orgctl invite resend m0@example.com --org acme",
                        "and 2 more: see orgctl invite list --org acme");
        assertThat(cli.run("invite", "resend", "m0@example.com", "--org", "acme")
                        .exit())
                .isZero();
        assertThat(cli.run("invite", "list", "--org", "acme").exit()).isZero();
    }

    /** Whoever creates an organization becomes its owner, and needs no invitation. */
    @Test
    void theFirstOwnerIsNotInvited() {
        cli.set("ORGCTL_ACTOR", "ann@example.com");
        write(organization("name: Acme\nmembers: [{email: ann@example.com, role: owner}]\n"));
        Outcome outcome = run("apply", "--yes", "--allow-role-changes");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("resend");
    }

    @Test
    void whoDoesNotSeeAnOrganizationIsToldTheMissingRight() {
        acmeWithWebsite();
        cli.typing("v").must("secret", "set", "s", "--env", "acme/website:sandbox");
        write(cli.must("export", "--org", "acme"));
        cli.set("ORGCTL_ACTOR", "eve@example.com");
        for (String verb : List.of("plan", "apply")) {
            Outcome outcome = run(verb);
            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(6);
            assertThat(outcome.err())
                    .contains("eve@example.com is not allowed to perform 'org.show' on acme")
                    .doesNotContain("secrets without a stored value");
        }
    }
}
