package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of a plan, and whether applying it has the same effect. */
class PlansTest {
    private static final String ALL = "--allow-live --allow-role-changes --allow-delete";

    @TempDir
    private Path folder;

    private CliHarness cli;

    @BeforeEach
    void start() {
        cli = new CliHarness(folder);
        cli.must("org", "create", "Acme");
        cli.must("project", "create", "Website", "--org", "acme");
    }

    private void write(String text) {
        try {
            Files.writeString(cli.work().resolve("a.yaml"), text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String organization(String slug, String rest) {
        return "apiVersion: orgctl/v1\nkind: Organization\nslug: " + slug + "\n" + rest;
    }

    private static String project(String address, String rest) {
        String[] parts = address.split("/");
        return "apiVersion: orgctl/v1\nkind: Project\norganization: " + parts[0] + "\nslug: " + parts[1] + "\n" + rest;
    }

    private Outcome run(String line) {
        return cli.run(line.split(" "));
    }

    private Outcome apply() {
        return run("apply -f a.yaml --yes " + ALL);
    }

    /** Whatever can be missing from a document. */
    @Test
    void nothingOfAnyKindIsDeletedWithoutAskingForIt() {
        cli.must("member", "invite", "ann@example.com", "--org", "acme");
        cli.must("config", "set", "a=1", "--env", "acme/website:sandbox");
        cli.must("secret", "set", "s", "--ref", "env:X", "--env", "acme/website:sandbox");
        write("{\"type\":\"object\"}");
        cli.must("schema", "set", "-f", "a.yaml", "acme/website");
        cli.must("project", "create", "Other", "--org", "acme");
        cli.must("billing", "plan", "create", "team", "--currency", "USD", "--base", "1");
        cli.must("billing", "plan", "update", "team", "--base", "2", "--from", "2090-01-01");
        cli.must("billing", "update", "--org", "acme", "--plan", "team", "--from", "2090-01-01");
        write("apiVersion: orgctl/v1\nkind: PricePlan\nname: team\nscheduled: []\n---\n"
                + organization(
                        "acme",
                        "members: []\nbilling: {scheduled: []}\nprojects:\n  - slug: website\n    schema: \"\"\n"
                                + "    sandbox: {configuration: {}, secrets: {}}\n"));
        Set<String> deletable = new TreeSet<>();
        for (Resource resource : EnumSet.complementOf(EnumSet.of(Resource.ORGANIZATION, Resource.ISSUER))) {
            deletable.add(resource.toString());
        }
        Outcome plan = run("plan -f a.yaml -o csv --no-header --fields operation,resource");
        assertThat(plan.exit()).isZero();
        assertThat(plan.out()).doesNotContain("delete");
        assertThat(new TreeSet<>(plan.out().replace("keep,", "").lines().toList()))
                .isEqualTo(deletable);
        Outcome deletion = run("plan -f a.yaml --allow-delete -o csv --no-header --fields operation,resource");
        assertThat(new TreeSet<>(deletion.out().replace("delete,", "").lines().toList()))
                .isEqualTo(deletable);
        assertThat(apply().exit()).isZero();
        assertThat(run("plan -f a.yaml --drift").exit()).isZero();
    }

    @Test
    void aMassDeletionIsToldFirstInEveryFormat() {
        cli.must("project", "create", "Two", "--org", "acme");
        cli.must("project", "create", "Three", "--org", "acme");
        write(organization("acme", "projects: [{slug: website}]\n"));
        String told = "deletes 2 of 3 projects of acme";
        assertThat(run("plan -f a.yaml --allow-delete").err()).startsWith("orgctl: " + told + "\n");
        assertThat(run("plan -f a.yaml --allow-delete --format markdown").out()).contains("```diff\n! " + told);
        assertThat(run("plan -f a.yaml --allow-delete --format junit").out()).contains(told);
        assertThat(run("plan -f a.yaml --allow-delete --format json").out())
                .contains("\"projects\": 2,\n      \"of\": 3");
        assertThat(apply().err()).contains("0 created, 0 updated, 2 deleted");
        assertThat(cli.must("project", "list", "--org", "acme", "-o", "ids").lines())
                .hasSize(1);
    }

    @Test
    void aNameInTheTrashIsFreeForPlanAndApply() {
        cli.must("project", "delete", "acme/website", "--confirm", "website");
        write(project("acme/website", "name: Website\n"));
        assertThat(run("plan -f a.yaml").exit()).isEqualTo(1);
        assertThat(apply().exit()).isZero();
        cli.must("project", "delete", "acme/website", "--confirm", "website");
        cli.must("project", "create", "Website", "--slug", "other", "--org", "acme");
        assertThat(run("plan -f a.yaml").exit()).isEqualTo(4);
        assertThat(apply().exit()).isEqualTo(4);
    }

    @Test
    void onlyTheCaseOfNamesChanges() {
        String project = cli.must("project", "show", "acme/website", "--jq", ".id");
        String organization = cli.must("org", "show", "acme", "--jq", ".id");
        write(organization("acme", "name: ACME\nprojects: [{slug: website, name: WEBSITE}]\n"));
        assertThat(run("plan -f a.yaml").exit()).isEqualTo(1);
        assertThat(apply().exit()).isZero();
        assertThat(cli.must("project", "show", "acme/website", "--jq", ".id")).isEqualTo(project);
        assertThat(cli.must("org", "show", "acme", "--jq", ".id")).isEqualTo(organization);
        assertThat(cli.must("org", "show", "acme", "--jq", ".name")).isEqualTo("ACME\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|a\\n", "a\\nb\\n|a\\r\\nb\\r\\n", "a b|a\\u00a0b", "a|a "})
    void whatIsInvisibleIsShown(String beforeAndAfter) {
        String[] texts = beforeAndAfter.split("\\|");
        String document = project("acme/website", "sandbox: {configuration: {k: \"%s\"}}\n");
        write(document.formatted(texts[0]));
        assertThat(apply().exit()).isZero();
        write(document.formatted(texts[1]));
        String shown = "\"" + texts[1] + "\"";
        assertThat(run("plan -f a.yaml").out()).contains("\"" + texts[0] + "\"", shown);
        assertThat(run("plan -f a.yaml --format markdown").out()).contains("\"" + texts[0] + "\" -> " + shown);
    }

    @Test
    void anotherReferenceIsAnUpdate() {
        cli.must("secret", "set", "k", "--ref", "env:A", "--env", "acme/website:sandbox");
        write(project("acme/website", "sandbox: {secrets: {k: \"env:B\"}}\n"));
        Outcome plan = run("plan -f a.yaml --fields operation,resource,key -o csv --no-header");
        assertThat(plan.exit()).isEqualTo(1);
        assertThat(plan.out()).isEqualTo("update,secret,k\n");
    }

    @Test
    void oneMeansChangesAndNothingElse() throws IOException {
        write(project("acme/website", "name: Shop\n"));
        for (String format : List.of("table", "json", "markdown", "junit")) {
            assertThat(run("plan -f a.yaml --format " + format).exit()).isEqualTo(1);
        }
        for (String format : List.of("json", "yaml", "csv", "tsv", "ndjson", "ids", "table")) {
            assertThat(run("plan -f a.yaml -o " + format).exit()).isEqualTo(1);
        }
        Files.write(cli.work().resolve("b.yaml"), new byte[] {(byte) 0xff});
        for (String line : List.of("plan -f", "plan -f b.yaml", "plan -f none.yaml", "plan -f a.yaml --formt json")) {
            assertThat(run(line).exit()).as(line).isEqualTo(2);
        }
        write(project("acme/website", "name: Website\n"));
        for (String format : List.of("table", "json", "markdown", "junit")) {
            assertThat(run("plan -f a.yaml --format " + format).exit()).isZero();
        }
    }

    /** GitHub refuses longer comments. */
    @Test
    void aCommentIsNeverTooLong() {
        StringBuilder text = new StringBuilder("sandbox:\n  configuration:\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("    k").append(i).append(": \"😀😀😀\"\n");
        }
        cli.must("config", "set", "gone=1", "--env", "acme/website:sandbox");
        write(project("acme/website", text.toString()));
        String comment = run("plan -f a.yaml --allow-delete --format markdown").out();
        assertThat(comment.length()).isLessThanOrEqualTo(65_536);
        assertThat(comment.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(65_536);
        assertThat(comment)
                .startsWith("### orgctl plan: 10000 to create, 0 to update, 1 to delete")
                .contains("```diff\n- delete configuration acme/website:sandbox gone")
                .containsPattern("\n```\n\nand [0-9]+ more\n$");
    }

    @Test
    void valuesAreNoMarkdown() {
        write(project(
                "acme/website",
                "sandbox: {configuration: {a: \"x\\n~~~\\n```\\n# h\", b: \"@org/team <!-- |\", c: \"`````\"}}\n"));
        String comment = run("plan -f a.yaml --format markdown").out();
        List<String> lines = new ArrayList<>(comment.lines().toList());
        int opening = lines.indexOf("``````diff");
        assertThat(opening).isPositive();
        assertThat(lines.indexOf("``````")).isEqualTo(lines.size() - 1);
        for (int i = opening + 1; i < lines.size() - 1; i++) {
            assertThat(lines.get(i)).startsWith("+ create configuration acme/website:sandbox ");
        }
        assertThat(lines.subList(0, opening)).noneMatch(line -> line.contains("@org") || line.contains("<!--"));
    }

    /** One half of an exchange can't be guessed from the other. */
    @Test
    void halfOfAnExchangeIsRefusedByPlanAndApply() {
        String website = cli.must("project", "show", "acme/website", "--jq", ".id");
        cli.must("project", "create", "Shop", "--org", "acme");
        write(project("acme/shop", "renamedFrom: website\nname: Shop\n") + "---\n"
                + project("acme/website", "renamedFrom: shop\nname: Website\n"));
        for (String verb : List.of("plan", "apply")) {
            Outcome half = run(verb + " -f a.yaml --project shop");
            assertThat(half.exit()).isEqualTo(4);
            assertThat(half.err()).contains("can't rename website to acme/shop: both projects exist");
        }
        assertThat(run("plan -f a.yaml").exit()).isEqualTo(1);
        assertThat(apply().exit()).isZero();
        assertThat(cli.must("project", "show", "acme/shop", "--jq", ".id")).isEqualTo(website);
    }

    @Test
    void aRenameIsDoneByTheHalfThatHasIt() {
        cli.must("project", "create", "Other", "--org", "acme");
        write(project("acme/shop", "renamedFrom: website\nname: Shop\n") + "---\n"
                + project("acme/other", "description: d\n"));
        String listed = run("plan -f a.yaml -o ids").out();
        StringBuilder halves = new StringBuilder();
        for (String project : List.of("other", "shop")) {
            halves.append(run("plan -f a.yaml -o ids --project " + project).out());
            assertThat(run("apply -f a.yaml --yes --project " + project).exit()).isZero();
        }
        assertThat(halves).hasToString(listed);
        assertThat(run("plan -f a.yaml").exit()).isZero();
    }

    /** Projects that move take the rights along that their new organization gives. */
    @Test
    void whoLosesAProjectByItsMoveLosesItsValues() {
        cli.must("org", "create", "B");
        String live = cli.must("project", "show", "acme/website", "--jq", ".liveId");
        new People(cli).add("acme", "ann@example.com", Role.DEVELOPER, MemberStatus.ACTIVE);
        write(project("b/website", "renamedFrom: acme/website\n"));
        assertThat(apply().exit()).isZero();
        assertThat(cli.must("project", "show", "b/website", "--jq", ".liveId")).isEqualTo(live);
        assertThat(cli.run("config", "list", "--env", live.strip(), "--as", "ann@example.com")
                        .exit())
                .isEqualTo(3);
    }

    /** What was applied once is compared all the same. */
    @Test
    void nothingIsSkippedBecauseTheFileIsTheSame() {
        cli.set("KEY", "old");
        write(project("acme/website", "sandbox: {configuration: {a: 1}, secrets: {k: \"env:KEY\"}}\n"));
        assertThat(apply().exit()).isZero();
        cli.set("KEY", "new");
        cli.must("config", "set", "a=2", "--env", "acme/website:sandbox");
        assertThat(apply().exit()).isZero();
        assertThat(cli.must("config", "get", "a", "--env", "acme/website:sandbox"))
                .isEqualTo("1\n");
        assertThat(cli.must("secret", "reveal", "k", "--env", "acme/website:sandbox"))
                .isEqualTo("new\n");
    }

    @Test
    void anEmptyListIsWatched() {
        write(organization("acme", "members: []\n"));
        assertThat(run("plan -f a.yaml --drift").exit()).isZero();
        cli.must("member", "invite", "x@example.com", "--org", "acme");
        assertThat(run("plan -f a.yaml --drift").exit()).isEqualTo(1);
    }

    @Test
    void aDanglingLockOfAnEditorIsNoDocument() throws IOException {
        Path config = Files.createDirectory(cli.work().resolve("tmp.d"));
        Files.writeString(config.resolve("b.yaml"), project("acme/website", "name: Shop\n"));
        Files.createSymbolicLink(config.resolve(".#b.yaml"), Path.of("me@host.1234"));
        assertThat(run("plan -f tmp.d").exit()).isEqualTo(1);
    }

    @Test
    void theOrderOfDocumentsIsNoReasonForAnotherAnswer() {
        new People(cli).add("acme", "ann@example.com", Role.ADMIN, MemberStatus.ACTIVE);
        new People(cli).add("acme", "own@example.com", Role.OWNER, MemberStatus.ACTIVE);
        String demotes = organization(
                "acme", "members: [{email: ann@example.com, role: viewer}, {email: own@example.com, role: owner}]\n");
        String changes = project("acme/website", "sandbox: {configuration: {a: 1}}\n");
        cli.set("ORGCTL_ACTOR", "ann@example.com");
        write(demotes + "---\n" + changes);
        Outcome first = run("plan -f a.yaml " + ALL + " -o json");
        write(changes + "---\n" + demotes);
        assertThat(run("plan -f a.yaml " + ALL + " -o json")).isEqualTo(first);
        assertThat(first.exit()).isEqualTo(1);
        assertThat(apply().exit()).isZero();
        assertThat(cli.run("config", "set", "a=2", "--env", "acme/website:sandbox")
                        .exit())
                .isEqualTo(6);
    }
}
