package io.github.orgctl.core.document;

import static io.github.orgctl.core.document.Documents.apply;
import static io.github.orgctl.core.document.Documents.deleting;
import static io.github.orgctl.core.document.Documents.entries;
import static io.github.orgctl.core.document.Documents.organization;
import static io.github.orgctl.core.document.Documents.project;
import static io.github.orgctl.core.document.Documents.request;
import static io.github.orgctl.core.document.Documents.secretsOf;
import static io.github.orgctl.core.document.Documents.storeSecret;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Acme belongs to Olga and has the projects Website and App; Other has none. */
class DocumentApplicationTest {
    private static final String OLGA = "olga@example.com";
    private static final String ANN = "ann@example.com";

    private static void inStore(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.as(OLGA).organization("Acme");
            operator.project("acme", "Website");
            operator.project("acme", "App");
            operator.as(OLGA).organization("Other");
            test.accept(operator);
        });
    }

    private static Organization organizationOf(Acting acting, String slug) {
        return acting.organizations().show(OrganizationReference.parse(slug));
    }

    private static Project projectOf(Acting acting, String address) {
        return acting.projects().show(ProjectReference.parse(address));
    }

    private static List<String> members(Acting acting, String slug) {
        return rows(acting.tx().members().list(organizationOf(acting, slug).id(), Acting.all())).stream()
                .map(member -> member.email() + " " + member.role() + " " + member.status())
                .sorted()
                .toList();
    }

    /** Asserts that exporting after applying returns the same documents. */
    private static void converges(Acting acting, Object... drafts) {
        apply(acting, drafts);
        assertThat(entries(deleting(acting, drafts))).isEmpty();
    }

    @Test
    void allOfANewOrganizationIsThereAtOnce() {
        inStore(operator -> {
            converges(
                    operator.as(ANN),
                    organization("new")
                            .name("New")
                            .websiteUrl("https://new.example.com")
                            .description("d")
                            .liveWrites(Role.ADMIN)
                            .member(ANN, Role.OWNER)
                            .member("bob@example.com", Role.DEVELOPER),
                    project("new/app")
                            .name("App")
                            .description("e")
                            .schema("{\"properties\":{\"a\":{\"type\":\"integer\"}}}")
                            .sandbox("a=1")
                            .live("a=2")
                            .sandboxSecrets("token=env:TOKEN"));
            Organization made = organizationOf(operator, "new");
            assertThat(made.websiteUrl()).hasToString("https://new.example.com");
            assertThat(made.description()).hasToString("d");
            assertThat(made.liveWrites()).isEqualTo(new LiveWrites(Role.ADMIN));
            assertThat(members(operator, "new"))
                    .containsExactly("ann@example.com owner active", "bob@example.com developer invited");
            Project app = projectOf(operator, "new/app");
            assertThat(app.description()).hasToString("e");
            assertThat(secretsOf(operator, app.sandboxId())).containsExactly("token=env:TOKEN");
            assertThat(operator.values("new/app:live").values()).hasToString("{a=2}");
        });
    }

    @Test
    void whatANewOrganizationsDocumentLeavesOutIsTheDefault() {
        inStore(operator -> {
            converges(
                    operator,
                    organization("new").name("New"),
                    project("new/app").name("App"));
            Organization made = organizationOf(operator, "new");
            assertThat(made.websiteUrl().value()).isEmpty();
            assertThat(made.description().value()).isEmpty();
            assertThat(made.liveWrites()).isEqualTo(LiveWrites.DEFAULT);
            assertThat(projectOf(operator, "new/app").description().value()).isEmpty();
        });
    }

    @Test
    void fieldsAreUpdatedAndOthersStay() {
        inStore(operator -> {
            converges(
                    operator,
                    organization("acme").websiteUrl("https://acme.example.com").liveWrites(Role.ADMIN),
                    project("acme/website").description("d"));
            Organization acme = organizationOf(operator, "acme");
            assertThat(acme.name()).hasToString("Acme");
            assertThat(acme.liveWrites()).isEqualTo(new LiveWrites(Role.ADMIN));
            assertThat(projectOf(operator, "acme/website").name()).hasToString("Website");
            converges(
                    operator,
                    organization("acme").name("A").description("e"),
                    project("acme/website").name("W"));
            assertThat(organizationOf(operator, "acme").websiteUrl()).hasToString("https://acme.example.com");
            assertThat(projectOf(operator, "acme/website").description()).hasToString("d");
        });
    }

    @Test
    void whoWillNoLongerChangeLiveStillDoesSoInTheSameDocuments() {
        inStore(operator -> {
            operator.join("acme", ANN, Role.OWNER);
            converges(
                    operator.as(OLGA),
                    organization("acme")
                            .liveWrites(Role.OWNER)
                            .member(OLGA, Role.ADMIN)
                            .member(ANN, Role.OWNER),
                    project("acme/website").live("a=1"));
            assertThat(members(operator, "acme"))
                    .containsExactly("ann@example.com owner active", "olga@example.com admin active");
        });
    }

    @Test
    void anOwnerIsThereBeforeAnotherGoes() {
        inStore(operator -> {
            operator.join("acme", ANN, Role.DEVELOPER);
            operator.join("acme", "bob@example.com", Role.VIEWER);
            converges(operator, organization("acme").member(OLGA, Role.VIEWER).member("bob@example.com", Role.OWNER));
            assertThat(members(operator, "acme"))
                    .containsExactly("bob@example.com owner active", "olga@example.com viewer active");
            assertThat(failure(() -> apply(
                                    operator,
                                    organization("acme")
                                            .member(OLGA, Role.OWNER)
                                            .noMembers()))
                            .kind())
                    .isEqualTo(Kind.RULE);
        });
    }

    @Test
    void membersOfAnOrganizationThatIsJustMadeAreInvitedByItsOwner() {
        inStore(operator -> {
            converges(
                    operator.as(OLGA),
                    organization("new").name("New").member(ANN, Role.ADMIN).member(OLGA, Role.OWNER));
            Member ann = operator.tx()
                    .members()
                    .find(organizationOf(operator, "new").id(), new Email(ANN))
                    .orElseThrow();
            assertThat(ann.status()).isEqualTo(MemberStatus.INVITED);
            assertThat(ann.role()).isEqualTo(Role.ADMIN);
        });
    }

    @Test
    void organizationsExchangeTheirSlugsAndNames() {
        inStore(operator -> {
            Organization acme = organizationOf(operator, "acme");
            apply(
                    operator,
                    organization("acme").renamedFrom("other").name("Acme"),
                    organization("other").renamedFrom("acme").name("Other"));
            assertThat(organizationOf(operator, "other").id()).isEqualTo(acme.id());
            assertThat(organizationOf(operator, "other").name()).hasToString("Other");
            assertThat(organizationOf(operator, "acme").name()).hasToString("Acme");
        });
    }

    @Test
    void aNameThatAnotherTakesIsFreeInTime() {
        inStore(operator -> {
            apply(
                    operator,
                    organization("acme").name("Other"),
                    organization("other").name("Former other"));
            assertThat(organizationOf(operator, "acme").name()).hasToString("Other");
            apply(
                    operator,
                    project("acme/app").name("Website"),
                    project("acme/website").name("Site"));
            assertThat(projectOf(operator, "acme/app").name()).hasToString("Website");
        });
    }

    @Test
    void whatNeedsNotGiveWayIsChangedOnce() {
        inStore(operator -> {
            apply(
                    operator,
                    organization("acme").name("Acme Inc"),
                    organization("other").description("d"),
                    project("acme/app").name("Application"),
                    project("acme/site").renamedFrom("website"));
            assertThat(organizationOf(operator, "acme").revision()).isEqualTo(2);
            assertThat(organizationOf(operator, "other").revision()).isEqualTo(2);
            assertThat(projectOf(operator, "acme/app").revision()).isEqualTo(2);
            assertThat(projectOf(operator, "acme/site").revision()).isEqualTo(2);
        });
    }

    @Test
    void projectsExchangeTheirSlugsAndNames() {
        inStore(operator -> {
            Project website = projectOf(operator, "acme/website");
            apply(
                    operator,
                    project("acme/website").renamedFrom("app").name("Website"),
                    project("acme/app").renamedFrom("website").name("App"));
            assertThat(projectOf(operator, "acme/app").id()).isEqualTo(website.id());
            assertThat(projectOf(operator, "acme/app").name()).hasToString("App");
            assertThat(projectOf(operator, "acme/website").name()).hasToString("Website");
        });
    }

    @Test
    void projectsExchangeTheirOrganizations() {
        inStore(operator -> {
            Project app = operator.project("other", "App");
            Project own = projectOf(operator, "acme/app");
            apply(
                    operator,
                    project("acme/app").movedFrom("other", "app"),
                    project("other/app").movedFrom("acme", "app"));
            assertThat(projectOf(operator, "acme/app").id()).isEqualTo(app.id());
            assertThat(projectOf(operator, "other/app").id()).isEqualTo(own.id());
        });
    }

    @Test
    void aProjectMovesUnderAnotherNameToWhereItsOldOneIsTaken() {
        inStore(operator -> {
            Project other = operator.project("other", "Website");
            Project website = projectOf(operator, "acme/website");
            apply(operator, project("other/site").movedFrom("acme", "website").name("Site"));
            assertThat(projectOf(operator, "other/site").id()).isEqualTo(website.id());
            assertThat(projectOf(operator, "other/site").name()).hasToString("Site");
            assertThat(projectOf(operator, "other/website").id()).isEqualTo(other.id());
        });
    }

    @Test
    void projectsGoBeforeOthersTakeTheirNames() {
        inStore(operator -> {
            Project app = projectOf(operator, "acme/app");
            converges(
                    operator,
                    organization("acme").withAllProjects(),
                    project("acme/website")
                            .id(projectOf(operator, "acme/website").id())
                            .name("App"));
            assertThat(operator.tx().projects().find(app.id()).orElseThrow().deletedAt())
                    .isNotNull();
        });
    }

    @Test
    void environmentsBecomeWhatTheirDocumentsSay() {
        inStore(operator -> {
            operator.set("acme/website:sandbox", "a=1", "b=1");
            operator.set("acme/website:live", "a=1", "b=1");
            storeSecret(operator, "acme/website:live", "kept");
            storeSecret(operator, "acme/website:live", "gone");
            storeSecret(operator, "acme/website:live", "elsewhere");
            converges(
                    operator,
                    project("acme/website")
                            .sandbox("a=2")
                            .live("a=3")
                            .liveSecrets("kept=stored", "elsewhere=env:ELSEWHERE", "new=env:NEW"));
            assertThat(operator.values("acme/website:sandbox").values()).hasToString("{a=2}");
            assertThat(operator.values("acme/website:live").values()).hasToString("{a=3}");
            Project website = projectOf(operator, "acme/website");
            assertThat(secretsOf(operator, website.liveId()))
                    .containsExactly("elsewhere=env:ELSEWHERE", "kept=stored", "new=env:NEW");
            assertThat(operator.lastEvent(website.organizationId())).startsWith("secret.set acme/website:live");
        });
    }

    @Test
    void aSecretKeepsWhenItWasMade() {
        inStore(operator -> {
            storeSecret(operator, "acme/website:live", "token");
            Acting later = operator.at("2026-11-11T00:00:00Z");
            apply(later, project("acme/website").liveSecrets("token=env:TOKEN"));
            Secret secret = operator.tx()
                    .secrets()
                    .find(projectOf(operator, "acme/website").liveId(), new Key("token"))
                    .orElseThrow();
            assertThat(secret.createdAt()).isEqualTo(operator.now());
            assertThat(secret.updatedAt()).isEqualTo(later.now());
        });
    }

    @Test
    void valuesAreCheckedAgainstTheSchemaThatComesWithThem() {
        inStore(operator -> {
            String text = "{\"properties\":{\"a\":{\"type\":\"string\"}}}";
            operator.set("acme/website:live", "a=1");
            converges(operator, project("acme/website").schema(text).live("a=\"b\""));
            Failure failure =
                    failure(() -> apply(operator, project("acme/website").live("a=1")));
            assertThat(failure.kind()).isEqualTo(Kind.RULE);
            converges(operator, project("acme/website").schema("").live("a=1"));
            refused(Kind.NOT_FOUND, () -> operator.projectSchemas().show(ProjectReference.parse("acme/website")));
        });
    }

    @Test
    void aSchemaThatTheValuesWouldViolateIsRefused() {
        inStore(operator -> {
            operator.set("acme/website:live", "a=1");
            Failure failure = failure(() ->
                    apply(operator, project("acme/website").schema("{\"properties\":{\"a\":{\"type\":\"string\"}}}")));
            assertThat(failure.kind()).isEqualTo(Kind.RULE);
            assertThat(failure).hasMessageStartingWith("acme/website would violate its new schema");
        });
    }

    @Test
    void whatWasAppliedIsTold() {
        inStore(operator -> {
            AppliedPlan applied = apply(operator, organization("acme").description("d"));
            assertThat(applied.plan().outcome()).isEqualTo("0 created, 1 updated, 0 deleted");
            assertThat(operator.documents(reference -> "")
                            .compare(request(Set.of(), organization("acme").description("d")))
                            .isEmpty())
                    .isTrue();
        });
    }

    @Test
    void whoeverActsLosesTheirOwnRoleLast() {
        inStore(operator -> {
            operator.join("acme", ANN, Role.OWNER);
            operator.join("acme", "bob@example.com", Role.ADMIN);
            converges(
                    operator.as(OLGA),
                    organization("acme")
                            .member(OLGA, Role.VIEWER)
                            .member(ANN, Role.OWNER)
                            .member("bob@example.com", Role.VIEWER));
            assertThat(members(operator, "acme"))
                    .containsExactly(
                            "ann@example.com owner active",
                            "bob@example.com viewer active",
                            "olga@example.com viewer active");
        });
    }

    @Test
    void aMoveAloneIsOneChange() {
        inStore(operator -> {
            apply(
                    operator,
                    project("other/website").movedFrom("acme", "website").name("Website"),
                    project("other/app").movedFrom("acme", "app"));
            assertThat(projectOf(operator, "other/website").revision()).isEqualTo(2);
            assertThat(projectOf(operator, "other/app").revision()).isEqualTo(2);
        });
    }

    @Test
    void aSchemaThatIsAsItShallBeStays() {
        inStore(operator -> {
            ProjectReference website = ProjectReference.parse("acme/website");
            operator.projectSchemas().set(website, "{}", false, Set.of());
            apply(operator, project("acme/website").schema("{}").live("a=1"));
            assertThat(operator.projectSchemas().show(website)).isEqualTo("{}");
            PlanRequest withoutDeletions = request(
                    Set.of(ChangeGate.LIVE), project("acme/website").schema("").live("a=2"));
            operator.documents(reference -> "").apply(withoutDeletions, Approval.beforehand());
            assertThat(operator.projectSchemas().show(website)).isEqualTo("{}");
            assertThat(operator.values("acme/website:live").values()).hasToString("{a=2}");
        });
    }
}
