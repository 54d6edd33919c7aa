package io.github.orgctl.core.document;

import static io.github.orgctl.core.document.Documents.apply;
import static io.github.orgctl.core.document.Documents.organization;
import static io.github.orgctl.core.document.Documents.project;
import static io.github.orgctl.core.document.Documents.storeSecret;
import static io.github.orgctl.core.kernel.Acting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Slug;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Zeta is an empty organization; Acme has the members Vic and Ann, and the projects Website and App. */
class DocumentExportTest {
    private static final String VIC = "vic@example.com";

    private static void inStore(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Zeta");
            operator.organization("Acme");
            operator.join("acme", VIC, Role.VIEWER);
            operator.join("acme", "ann@example.com", Role.ADMIN);
            apply(
                    operator,
                    organization("acme")
                            .websiteUrl("https://acme.example.com")
                            .description("d")
                            .liveWrites(Role.ADMIN),
                    project("acme/website")
                            .name("Website")
                            .description("e")
                            .schema("{}")
                            .sandbox("a=1")
                            .live("a=2")
                            .liveSecrets("token=env:TOKEN"),
                    project("acme/app").name("App"));
            storeSecret(operator, "acme/website:live", "held");
            test.accept(operator);
        });
    }

    private static DocumentSet export(Acting acting, String project, Mode mode, boolean withIds) {
        ProjectReference reference = project == null ? null : ProjectReference.parse(project);
        return acting.documents(secret -> "").export(reference, mode, withIds);
    }

    private static List<String> projects(DocumentSet documents) {
        return documents.projects().stream().map(ProjectDocument::address).toList();
    }

    private static List<String> organizations(DocumentSet documents) {
        return documents.organizations().stream()
                .map(each -> each.slug().value())
                .toList();
    }

    @Test
    void everythingIsDescribedInTheOrderOfNames() {
        inStore(operator -> {
            DocumentSet documents = export(operator, null, null, false);
            assertThat(organizations(documents)).containsExactly("acme", "zeta");
            assertThat(projects(documents)).containsExactly("acme/app", "acme/website");
            OrganizationDocument acme = documents.organizations().get(0);
            assertThat(acme.id()).isNull();
            assertThat(acme.name()).hasToString("Acme");
            assertThat(acme.websiteUrl()).hasToString("https://acme.example.com");
            assertThat(acme.description()).hasToString("d");
            assertThat(acme.liveWrites()).hasToString("admin");
            assertThat(acme.members().stream().map(each -> each.email() + " " + each.role()))
                    .containsExactly("ann@example.com admin", "vic@example.com viewer");
            assertThat(acme.statesProjects()).isTrue();
            ProjectDocument app = documents.projects().get(0);
            assertThat(app.schema()).isNull();
            assertThat(app.live().configuration()).isEmpty();
            assertThat(app.live().secrets()).isEmpty();
            ProjectDocument website = documents.projects().get(1);
            assertThat(website.id()).isNull();
            assertThat(website.description()).hasToString("e");
            assertThat(website.schema()).isEqualTo("{}");
            assertThat(website.sandbox().configuration()).hasToString("{a=1}");
            assertThat(website.live().configuration()).hasToString("{a=2}");
            assertThat(website.live().secrets()).hasToString("{held=stored, token=env:TOKEN}");
        });
    }

    @Test
    void whatIsExportedIsWhatThereIs() {
        inStore(operator -> {
            for (boolean withIds : new boolean[] {false, true}) {
                PlanRequest request = new PlanRequest(
                        export(operator, null, null, withIds), EnumSet.allOf(ChangeGate.class), Description.NONE);
                assertThat(operator.documents(secret -> "").compare(request).entries())
                        .isEmpty();
            }
        });
    }

    @Test
    void idsAreThereOnRequest() {
        inStore(operator -> {
            DocumentSet documents = export(operator, null, null, true);
            assertThat(documents.organizations().get(0).id())
                    .isEqualTo(operator.organizations()
                            .show(OrganizationReference.parse("acme"))
                            .id());
            assertThat(documents.projects().get(0).id())
                    .isEqualTo(operator.projects()
                            .show(ProjectReference.parse("acme/app"))
                            .id());
        });
    }

    @Test
    void oneOrganizationProjectOrModeMayBeAskedFor() {
        inStore(operator -> {
            DocumentSet zeta = export(operator.in("zeta"), null, null, false);
            assertThat(organizations(zeta)).containsExactly("zeta");
            assertThat(zeta.projects()).isEmpty();
            DocumentSet live = export(operator, "acme/website", Mode.LIVE, false);
            assertThat(live.organizations()).isEmpty();
            assertThat(projects(live)).containsExactly("acme/website");
            assertThat(live.projects().get(0).sandbox()).isNull();
            assertThat(live.projects().get(0).live().configuration()).hasToString("{a=2}");
        });
    }

    @Test
    void nobodyExportsWhatTheyDoNotSee() {
        inStore(operator -> {
            assertThat(organizations(export(operator.as(VIC), null, null, false)))
                    .containsExactly("acme");
            assertThat(export(operator.as("eve@example.com"), null, null, false).isEmpty())
                    .isTrue();
            assertThat(failure(() -> export(operator.as("eve@example.com"), "acme/website", null, false))
                            .kind())
                    .isEqualTo(Kind.NOT_FOUND);
        });
    }

    @Test
    void aTokenForAProjectDoesNotClaimToDescribeTheWholeOrganization() {
        inStore(operator -> {
            Acting token = operator.with(operator.token("acme", "ci", Role.VIEWER, "website", Mode.SANDBOX));
            DocumentSet documents = export(token, null, null, false);
            assertThat(documents.organizations()).singleElement().satisfies(acme -> {
                assertThat(acme.statesProjects()).isFalse();
                assertThat(acme.members()).isNull();
            });
            assertThat(documents.projects()).singleElement().satisfies(website -> {
                assertThat(website.address()).isEqualTo("acme/website");
                assertThat(website.sandbox()).isNotNull();
                assertThat(website.live()).isNull();
            });
        });
    }

    private static DocumentSet scoped(Acting acting, String project) {
        DocumentSet all = Documents.of(
                organization("acme"),
                organization("zeta"),
                project("acme/website"),
                project("acme/app"),
                project("zeta/app"));
        return acting.documents(secret -> "").scoped(all, project == null ? null : ProjectReference.parse(project));
    }

    @Test
    void documentsAreCutToWhatTheCommandNames() {
        inStore(operator -> {
            assertThat(projects(scoped(operator, null))).hasSize(3);
            assertThat(projects(scoped(operator.chosen("zeta"), null))).hasSize(3);
            DocumentSet acme = scoped(operator.in("acme"), null);
            assertThat(organizations(acme)).containsExactly("acme");
            assertThat(projects(acme)).containsExactly("acme/website", "acme/app");
            DocumentSet website = scoped(operator, "website");
            assertThat(website.organizations()).isEmpty();
            assertThat(projects(website)).containsExactly("acme/website");
            assertThat(projects(scoped(operator, "zeta/app"))).containsExactly("zeta/app");
            assertThat(projects(scoped(operator.in("acme"), "app"))).containsExactly("acme/app");
        });
    }

    @Test
    void idsNameWhatDocumentsSpellBySlug() {
        inStore(operator -> {
            String zeta = operator.organizations()
                    .show(OrganizationReference.parse("zeta"))
                    .id()
                    .value();
            assertThat(organizations(scoped(operator.in(zeta), null))).containsExactly("zeta");
            String website = operator.projects()
                    .show(ProjectReference.parse("acme/website"))
                    .id()
                    .value();
            assertThat(projects(scoped(operator, website))).containsExactly("acme/website");
        });
    }

    @Test
    void whatDocumentsDoNotMentionIsNotFoundInThem() {
        inStore(operator -> {
            assertThat(failure(() -> scoped(operator.in("acne"), null)))
                    .hasMessage("the documents don't mention the organization acne")
                    .extracting(failure -> failure.hint().toString())
                    .asString()
                    .contains("acme");
            assertThat(failure(() -> scoped(operator, "websit")))
                    .hasMessage("the documents don't mention the project websit")
                    .extracting(failure -> failure.hint().toString())
                    .asString()
                    .contains("website");
            assertThat(failure(() -> scoped(operator, "app")))
                    .hasMessage("the documents mention several projects app: acme/app, zeta/app")
                    .extracting(failure -> failure.kind())
                    .isEqualTo(Kind.USAGE);
        });
    }

    @Test
    void documentsMentionTheOrganizationsOfTheirProjects() {
        assertThat(Documents.of(organization("b"), project("a/x"), project("b/y"), project("a/z"))
                        .mentioned())
                .containsExactly(new Slug("b"), new Slug("a"));
        assertThat(Documents.of().isEmpty()).isTrue();
        assertThat(Documents.of(organization("b")).isEmpty()).isFalse();
        assertThat(Documents.of(project("a/x")).isEmpty()).isFalse();
        assertThat(Set.copyOf(Documents.of().mentioned())).isEmpty();
    }
}
