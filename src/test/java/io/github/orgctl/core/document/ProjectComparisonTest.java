package io.github.orgctl.core.document;

import static io.github.orgctl.core.document.Documents.deleting;
import static io.github.orgctl.core.document.Documents.entries;
import static io.github.orgctl.core.document.Documents.keeping;
import static io.github.orgctl.core.document.Documents.organization;
import static io.github.orgctl.core.document.Documents.project;
import static io.github.orgctl.core.document.Documents.storeSecret;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Acme has the admin Ann, the developer Dan, the viewer Vic and the project Website. Ann is not a member of Other. */
class ProjectComparisonTest {
    private static final String ANN = "ann@example.com";
    private static final String DAN = "dan@example.com";
    private static final String VIC = "vic@example.com";
    private static final ProjectReference WEBSITE = ProjectReference.parse("acme/website");

    private static void inAcme(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.join("acme", ANN, Role.ADMIN);
            operator.join("acme", DAN, Role.DEVELOPER);
            operator.join("acme", VIC, Role.VIEWER);
            operator.organization("Other");
            operator.project("acme", "Website");
            test.accept(operator);
        });
    }

    @Test
    void aNewProjectComesWithAllThatItsDocumentSays() {
        inAcme(operator -> {
            ChangePlan plan = keeping(
                    operator.as(ANN),
                    project("acme/app")
                            .name("App")
                            .description("d")
                            .schema("{}")
                            .sandbox("a=1")
                            .live("a=2")
                            .liveSecrets("token=env:TOKEN"));
            assertThat(entries(plan))
                    .containsExactly(
                            "create project acme/app: null -> \"App\"",
                            "create project acme/app description: null -> \"d\"",
                            "create schema acme/app: null -> \"0 rules\"",
                            "create configuration acme/app:sandbox a: null -> 1",
                            "create configuration acme/app:live a: null -> 2 [live]",
                            "create secret acme/app:live token: null -> \"env:TOKEN\" [live]");
            assertThat(plan.preconditions()).containsExactly(new Precondition("acme/app", Precondition.ABSENT));
        });
    }

    @Test
    void creationRequiresANameAndThePermission() {
        inAcme(operator -> {
            Failure failure = failure(() -> keeping(operator, project("acme/app")));
            assertThat(failure.kind()).isEqualTo(Kind.USAGE);
            assertThat(failure)
                    .hasMessage("the project acme/app does not exist: its document requires a name to create it");
            assertThat(failure(
                            () -> keeping(operator.as(DAN), project("acme/app").name("App"))))
                    .hasMessageContaining("'project.create' on acme");
        });
    }

    @Test
    void fieldsThatDifferAreUpdated() {
        inAcme(operator -> {
            Documents.ProjectDraft changed =
                    project("acme/website").name("Site").description("d");
            ChangePlan plan = keeping(operator.as(ANN), changed);
            assertThat(entries(plan))
                    .containsExactly(
                            "update project acme/website name: \"Website\" -> \"Site\"",
                            "update project acme/website description: \"\" -> \"d\"");
            assertThat(plan.preconditions())
                    .containsExactly(new Precondition(
                            "acme/website", operator.projects().show(WEBSITE).id() + " revision 1"));
            assertThat(failure(() -> keeping(operator.as(DAN), changed)))
                    .hasMessageContaining("'project.update' on acme/website");
            assertThat(keeping(
                                    operator.as(DAN),
                                    project("acme/website").name("Website").description(""))
                            .entries())
                    .isEmpty();
        });
    }

    @Test
    void aMoveIsOneOfLiveAndOfRights() {
        inAcme(operator -> {
            Documents.ProjectDraft moved = project("other/website").movedFrom("acme", "website");
            ChangePlan plan = keeping(operator, moved);
            assertThat(entries(plan))
                    .containsExactly(
                            "update project other/website organization: \"acme\" -> \"other\" [live, role-changes]");
            assertThat(plan.preconditions()).extracting(Precondition::address).containsExactly("other/website");
            operator.join("other", ANN, Role.DEVELOPER);
            assertThat(failure(() -> keeping(operator.as(ANN), moved)))
                    .hasMessageContaining("'project.move' on other:");
            operator.join("other", DAN, Role.ADMIN);
            assertThat(failure(() -> keeping(operator.as(DAN), moved)))
                    .hasMessageContaining("'project.move' on acme/website:");
        });
    }

    @Test
    void aMoveIntoAnOrganizationThatTheDocumentsCreateAsksItForNothing() {
        inAcme(operator -> assertThat(entries(keeping(
                        operator.as(ANN),
                        organization("new").name("New"),
                        project("new/website").movedFrom("acme", "website"))))
                .containsExactly(
                        "create organization new: null -> \"New\"",
                        "update project new/website organization: \"acme\" -> \"new\" [live, role-changes]"));
    }

    @Test
    void aSchemaComesChangesAndGoes() {
        inAcme(operator -> {
            assertThat(entries(keeping(operator, project("acme/website").schema(""))))
                    .isEmpty();
            assertThat(failure(() ->
                            keeping(operator.as(DAN), project("acme/website").schema("{}"))))
                    .hasMessageContaining("'schema.set' on acme/website");
            operator.projectSchemas().set(WEBSITE, "{}", false, Set.of());
            assertThat(entries(keeping(operator, project("acme/website").schema("{}"))))
                    .isEmpty();
            assertThat(entries(keeping(operator, project("acme/website").schema("{\"type\":\"object\"}"))))
                    .singleElement()
                    .asString()
                    .startsWith("update schema acme/website");
            ChangePlan kept = keeping(operator.as(VIC), project("acme/website").schema(""));
            assertThat(entries(kept))
                    .singleElement()
                    .asString()
                    .startsWith("keep schema acme/website")
                    .endsWith("[delete]");
            assertThat(kept.isEmpty()).isTrue();
            ChangePlan gone = deleting(operator.as(ANN), project("acme/website").schema(""));
            assertThat(entries(gone))
                    .singleElement()
                    .asString()
                    .startsWith("delete schema acme/website")
                    .endsWith("[delete]");
            assertThat(gone.preconditions()).isNotEmpty();
            assertThat(failure(() ->
                            deleting(operator.as(DAN), project("acme/website").schema(""))))
                    .hasMessageContaining("'schema.unset' on acme/website");
        });
    }

    @Test
    void valuesAreComparedKeyByKey() {
        inAcme(operator -> {
            operator.set("acme/website:sandbox", "same=1", "changed=1", "gone=1");
            operator.set("acme/website:live", "same=1", "changed=1", "gone=1");
            Documents.ProjectDraft both = project("acme/website")
                    .sandbox("same=1", "changed=2", "new=3")
                    .live("same=1", "changed=2", "new=3");
            ChangePlan gone = deleting(operator.as(DAN), both);
            assertThat(entries(gone))
                    .containsExactly(
                            "update configuration acme/website:sandbox changed: 1 -> 2",
                            "delete configuration acme/website:sandbox gone: 1 -> null [delete]",
                            "create configuration acme/website:sandbox new: null -> 3",
                            "update configuration acme/website:live changed: 1 -> 2 [live]",
                            "delete configuration acme/website:live gone: 1 -> null [live, delete]",
                            "create configuration acme/website:live new: null -> 3 [live]");
            assertThat(gone.preconditions())
                    .extracting(Precondition::address)
                    .containsExactly("acme/website:live", "acme/website:sandbox");
            assertThat(gone.preconditions())
                    .allSatisfy(each -> assertThat(each.state()).startsWith("revision 2 "));
            assertThat(entries(keeping(operator.as(DAN), both)))
                    .contains("keep configuration acme/website:live gone: 1 -> null [delete]")
                    .noneMatch(line -> line.startsWith("delete"));
            assertThat(failure(() -> deleting(operator.as(VIC), both)))
                    .hasMessageContainingAll(
                            "'config.import' on acme/website:sandbox", "'config.import' on acme/website:live");
        });
    }

    @Test
    void whatOnlyStaysIsNoChangeAndDependsOnNothing() {
        inAcme(operator -> {
            operator.set("acme/website:live", "a=1");
            storeSecret(operator, "acme/website:live", "token");
            ChangePlan plan =
                    keeping(operator.as(VIC), project("acme/website").live().liveSecrets());
            assertThat(entries(plan))
                    .containsExactly(
                            "keep configuration acme/website:live a: 1 -> null [delete]",
                            "keep secret acme/website:live token: \"stored\" -> null [delete]");
            assertThat(plan.isEmpty()).isTrue();
            assertThat(plan.preconditions()).isEmpty();
            assertThat(plan.needed()).isEmpty();
        });
    }

    @Test
    void referencesOfSecretsAreCompared() {
        inAcme(operator -> {
            Documents.apply(operator, project("acme/website").liveSecrets("a=env:A", "b=env:B", "c=env:C"));
            storeSecret(operator, "acme/website:live", "kept");
            Documents.ProjectDraft changed =
                    project("acme/website").liveSecrets("a=env:A", "b=file:/b", "kept=stored", "new=cmd:new");
            ChangePlan plan = deleting(operator.as(DAN), changed);
            assertThat(entries(plan))
                    .containsExactly(
                            "update secret acme/website:live b: \"env:B\" -> \"file:/b\" [live]",
                            "create secret acme/website:live new: null -> \"cmd:new\" [live]",
                            "delete secret acme/website:live c: \"env:C\" -> null [live, delete]");
            assertThat(plan.preconditions()).extracting(Precondition::address).containsExactly("acme/website:live");
            assertThat(failure(() -> deleting(operator.as(VIC), changed)))
                    .hasMessageContainingAll(
                            "'secret.set' on acme/website:live", "'secret.unset' on acme/website:live");
            assertThat(entries(deleting(
                            operator,
                            project("acme/website").liveSecrets("a=env:A", "b=env:B", "c=env:C", "kept=env:KEPT"))))
                    .containsExactly("update secret acme/website:live kept: \"stored\" -> \"env:KEPT\" [live]");
            assertThat(entries(deleting(operator, project("acme/website").sandboxSecrets("a=env:A"))))
                    .containsExactly("create secret acme/website:sandbox a: null -> \"env:A\"");
        });
    }

    @Test
    void thePreconditionOfAnEnvironmentTellsAllThatItHolds() {
        inAcme(operator -> {
            operator.set("acme/website:sandbox", "a=1");
            storeSecret(operator, "acme/website:sandbox", "token");
            Precondition byValues = keeping(operator, project("acme/website").sandbox("a=2"))
                    .preconditions()
                    .get(0);
            Precondition bySecrets = keeping(
                            operator, project("acme/website").sandboxSecrets("token=stored", "b=env:B"))
                    .preconditions()
                    .get(0);
            Precondition byBoth = keeping(
                            operator, project("acme/website").sandbox("a=2").sandboxSecrets("token=stored", "b=env:B"))
                    .preconditions()
                    .get(0);
            assertThat(byValues).isEqualTo(bySecrets).isEqualTo(byBoth);
            assertThat(byValues.state()).startsWith("revision 3 ");
        });
    }

    @Test
    void everySecretThatTheStoreHasToHoldIsNamedWhereItIsMissing() {
        inAcme(operator -> {
            Failure failure = failure(() -> keeping(
                    operator, project("acme/website").sandboxSecrets("a=stored").liveSecrets("b=stored", "c=env:C")));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(failure)
                    .hasMessage("secrets without a stored value:\n  acme/website:sandbox a\n  acme/website:live b");
        });
    }

    @Test
    void whoMayNotReadAnEnvironmentLearnsNothingOfIt() {
        inAcme(operator -> {
            operator.set("acme/website:live", "a=1");
            Acting token = operator.with(operator.token("acme", "ci", Role.ADMIN, "website", Mode.SANDBOX));
            Failure failure = failure(
                    () -> keeping(token, project("acme/website").live("a=1").liveSecrets()));
            assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(failure).hasMessageContainingAll("'config.list'", "'secret.list'");
            refused(Kind.FORBIDDEN, () -> keeping(token, project("acme/website").live("a=1")));
        });
    }

    @Test
    void keysOfLiveThatTheSchemaMarksAsCriticalHaveAGateOfTheirOwn() {
        inAcme(operator -> {
            String critical = "{\"properties\":{\"key\":{\"x-orgctl\":{\"critical\":true}}}}";
            operator.set("acme/website:live", "key=1");
            Documents.ProjectDraft changed = project("acme/website")
                    .schema(critical)
                    .sandbox("key=2")
                    .live("key=2")
                    .sandboxSecrets("key.secret=env:A")
                    .liveSecrets("key.secret=env:A");
            assertThat(entries(keeping(operator, changed)))
                    .contains(
                            "create configuration acme/website:sandbox key: null -> 2",
                            "create secret acme/website:sandbox key.secret: null -> \"env:A\"",
                            "update configuration acme/website:live key: 1 -> 2 [live, critical]",
                            "create secret acme/website:live key.secret: null -> \"env:A\" [live, critical]");
            operator.projectSchemas().set(WEBSITE, critical, false, Set.of());
            assertThat(entries(deleting(
                            operator, project("acme/website").schema("").live("key=2"))))
                    .contains("update configuration acme/website:live key: 1 -> 2 [live, critical]");
            assertThat(entries(deleting(operator, project("acme/website").live("key=2"))))
                    .contains("update configuration acme/website:live key: 1 -> 2 [live, critical]");
        });
    }

    @Test
    void newHostsAndLaxerValuesOfLiveHaveGatesOfTheirOwn() {
        inAcme(operator -> {
            operator.projectSchemas()
                    .set(WEBSITE, "{\"properties\":{\"strict\":{\"x-orgctl\":{\"downgrade\":true}}}}", false, Set.of());
            operator.set("acme/website:live", "url=\"https://a.example.com\"", "strict=true");
            assertThat(entries(keeping(
                            operator, project("acme/website").live("url=\"https://b.example.com\"", "strict=false"))))
                    .containsExactly(
                            "update configuration acme/website:live strict: true -> false [live, downgrades]",
                            "update configuration acme/website:live url: \"https://a.example.com\""
                                    + " -> \"https://b.example.com\" [live, new-domains]");
        });
    }

    @Test
    void environmentsWithOtherSecretsAreInOtherStates() {
        inAcme(operator -> {
            operator.project("acme", "App");
            Documents.apply(
                    operator,
                    project("acme/website").sandboxSecrets("token=env:A"),
                    project("acme/app").sandboxSecrets("token=env:B"));
            assertThat(keeping(
                                    operator,
                                    project("acme/website").sandbox("a=1"),
                                    project("acme/app").sandbox("a=1"))
                            .preconditions())
                    .hasSize(2)
                    .extracting(Precondition::state)
                    .doesNotHaveDuplicates()
                    .allMatch(state -> state.startsWith("revision 2 "));
        });
    }
}
