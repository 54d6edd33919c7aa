package io.github.orgctl.core.document;

import static io.github.orgctl.core.document.Documents.deleting;
import static io.github.orgctl.core.document.Documents.entries;
import static io.github.orgctl.core.document.Documents.keeping;
import static io.github.orgctl.core.document.Documents.organization;
import static io.github.orgctl.core.document.Documents.project;
import static io.github.orgctl.core.kernel.Acting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Id;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Acme has the projects Website and App; Other has Website. Vic is a viewer of Acme and not a member of Other. */
class DocumentTargetsTest {
    private static final String VIC = "vic@example.com";

    private static void inStore(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Other");
            operator.project("acme", "Website");
            operator.project("acme", "App");
            operator.project("other", "Website");
            operator.join("acme", VIC, Role.VIEWER);
            test.accept(operator);
        });
    }

    private static Id organizationId(Acting acting, String slug) {
        return acting.organizations().show(OrganizationReference.parse(slug)).id();
    }

    private static Id projectId(Acting acting, String address) {
        return acting.projects().show(ProjectReference.parse(address)).id();
    }

    private static void conflict(Acting acting, String message, Object... drafts) {
        Failure failure = failure(() -> keeping(acting, drafts));
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.CONFLICT);
        assertThat(failure).hasMessage(message);
    }

    private static void notFound(Acting acting, String message, Object... drafts) {
        Failure failure = failure(() -> keeping(acting, drafts));
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure).hasMessage(message);
    }

    @Test
    void anIdOrTheFormerSlugTellsThatAnOrganizationIsRenamed() {
        inStore(operator -> {
            String renamed = "update organization inc slug: \"acme\" -> \"inc\"";
            assertThat(entries(keeping(operator, organization("inc").renamedFrom("acme"))))
                    .containsExactly(renamed);
            assertThat(entries(keeping(operator, organization("inc").id(organizationId(operator, "acme")))))
                    .containsExactly(renamed);
        });
    }

    @Test
    void anIdOrTheFormerSlugTellsThatAProjectIsRenamed() {
        inStore(operator -> {
            String renamed = "update project acme/site slug: \"website\" -> \"site\"";
            assertThat(entries(keeping(operator, project("acme/site").renamedFrom("website"))))
                    .containsExactly(renamed);
            assertThat(entries(keeping(operator, project("acme/site").movedFrom("acme", "website"))))
                    .containsExactly(renamed);
            assertThat(entries(keeping(operator, project("acme/site").id(projectId(operator, "acme/website")))))
                    .containsExactly(renamed);
        });
    }

    @Test
    void aRenameThatIsDoneIsNoChange() {
        inStore(operator -> assertThat(keeping(
                                operator,
                                organization("acme").renamedFrom("former"),
                                project("acme/website").renamedFrom("former"),
                                project("acme/app").movedFrom("former", "app"))
                        .entries())
                .isEmpty());
    }

    @Test
    void anIdThatNothingHasIsNotFound() {
        inStore(operator -> {
            Id none = new Id("11111111-2222-3333-4444-555555555555");
            notFound(
                    operator,
                    "no organization has the ID " + none + ", named in the document of acme",
                    organization("acme").id(none));
            notFound(
                    operator,
                    "no project has the ID " + none + ", named in the document of acme/website",
                    project("acme/website").id(none));
        });
    }

    @Test
    void whatIsNotSeenOrInTheTrashIsNotThere() {
        inStore(operator -> {
            Id other = organizationId(operator, "other");
            Id website = projectId(operator, "other/website");
            Id app = projectId(operator, "acme/app");
            Acting vic = operator.as(VIC);
            notFound(
                    vic,
                    "no organization has the ID " + other + ", named in the document of acme",
                    organization("acme").id(other));
            notFound(
                    vic,
                    "no project has the ID " + website + ", named in the document of acme/x",
                    project("acme/x").id(website));
            assertThat(failure(() -> keeping(vic, project("other/website"))).kind())
                    .isEqualTo(Kind.NOT_FOUND);
            assertThat(failure(() -> keeping(vic, organization("other").name("Mine")))
                            .kind())
                    .isEqualTo(Kind.FORBIDDEN);
            assertThat(entries(keeping(
                            vic, organization("mine").renamedFrom("other").name("Mine"))))
                    .containsExactly("create organization mine: null -> \"Mine\"");
            operator.projects().delete(ProjectReference.parse("acme/app"), new Deletion("app", false, false));
            notFound(
                    operator,
                    "no project has the ID " + app + ", named in the document of acme/app",
                    project("acme/app").id(app));
            operator.organizations().delete(OrganizationReference.parse("other"), new Deletion("other", false, false));
            notFound(
                    operator,
                    "no organization has the ID " + other + ", named in the document of other",
                    organization("other").id(other));
        });
    }

    @Test
    void aTokenForOneProjectFindsNoOtherById() {
        inStore(operator -> {
            Id app = projectId(operator, "acme/app");
            Acting token = operator.with(operator.token("acme", "ci", Role.ADMIN, "website", null));
            assertThat(failure(() -> keeping(token, project("acme/app").id(app)))
                            .kind())
                    .isEqualTo(Kind.NOT_FOUND);
            assertThat(keeping(token, project("acme/website").id(projectId(operator, "acme/website")))
                            .entries())
                    .isEmpty();
        });
    }

    @Test
    void aProjectWhoseOrganizationNoDocumentCreatesNeedsOneThatIsThere() {
        inStore(operator -> {
            Failure failure =
                    failure(() -> keeping(operator, project("none/app").name("App")));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(failure).hasMessageContaining("none");
            assertThat(entries(keeping(
                            operator,
                            organization("none").name("None"),
                            project("none/app").name("App"))))
                    .containsExactly(
                            "create organization none: null -> \"None\"", "create project none/app: null -> \"App\"");
        });
    }

    @Test
    void whereOldAndNewAreThereNobodyGuesses() {
        inStore(operator -> {
            conflict(
                    operator,
                    "can't rename other to acme: both organizations exist",
                    organization("acme").renamedFrom("other"));
            conflict(
                    operator,
                    "can't rename app to acme/website: both projects exist",
                    project("acme/website").renamedFrom("app"));
            conflict(
                    operator,
                    "can't rename other/website to acme/website: both projects exist",
                    project("acme/website").movedFrom("other", "website"));
        });
    }

    @Test
    void aDoneRenameWhoseOldSlugAnotherDocumentUsesIsNoChange() {
        inStore(operator -> {
            assertThat(keeping(operator, organization("acme").renamedFrom("other"), organization("other"))
                            .entries())
                    .isEmpty();
            assertThat(keeping(operator, project("acme/website").renamedFrom("app"), project("acme/app"))
                            .entries())
                    .isEmpty();
        });
    }

    @Test
    void whatGivesWayToAnotherIsTheOneItWasBefore() {
        inStore(operator -> {
            assertThat(entries(keeping(
                            operator,
                            organization("acme").renamedFrom("other"),
                            organization("other").renamedFrom("acme"))))
                    .containsExactly(
                            "update organization acme slug: \"other\" -> \"acme\"",
                            "update organization other slug: \"acme\" -> \"other\"");
            assertThat(entries(keeping(
                            operator,
                            project("acme/website").renamedFrom("app"),
                            project("acme/app").renamedFrom("website"))))
                    .containsExactly(
                            "update project acme/app slug: \"website\" -> \"app\"",
                            "update project acme/website slug: \"app\" -> \"website\"");
        });
    }

    @Test
    void twoDocumentsDoNotMeanTheSame() {
        inStore(operator -> {
            conflict(
                    operator,
                    "acme and inc refer to the same organization",
                    organization("acme"),
                    organization("inc").id(organizationId(operator, "acme")));
            conflict(
                    operator,
                    "acme/website and acme/site refer to the same project",
                    project("acme/website"),
                    project("acme/site").id(projectId(operator, "acme/website")));
        });
    }

    @Test
    void projectsOfARenamedOrganizationAreFoundInIt() {
        inStore(operator -> {
            assertThat(entries(keeping(
                            operator,
                            organization("inc").renamedFrom("acme"),
                            project("inc/website").description("d"),
                            project("inc/application").renamedFrom("app"))))
                    .containsExactly(
                            "update organization inc slug: \"acme\" -> \"inc\"",
                            "update project inc/application slug: \"app\" -> \"application\"",
                            "update project inc/website description: \"\" -> \"d\"");
            assertThat(entries(keeping(
                            operator,
                            organization("inc").renamedFrom("acme"),
                            project("other/app").movedFrom("inc", "app"))))
                    .contains("update project other/app organization: \"acme\" -> \"other\" [live, role-changes]");
        });
    }

    @Test
    void aProjectThatIsRenamedIsNotOneThatTheDocumentsLack() {
        inStore(operator -> assertThat(entries(deleting(
                        operator,
                        organization("acme").withAllProjects(),
                        project("acme/site").renamedFrom("website"))))
                .containsExactly(
                        "update project acme/site slug: \"website\" -> \"site\"",
                        "delete project acme/app: \"App\" -> null [live, delete]"));
    }
}
