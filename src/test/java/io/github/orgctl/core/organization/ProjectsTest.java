package io.github.orgctl.core.organization;

import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageEnvironment;
import io.github.orgctl.core.model.billing.UsageSum;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Consequences of changes to projects. Acme has the projects Website and App since 10 November 2026; Other has none.
 */
class ProjectsTest {
    private static final ProjectReference WEBSITE = ProjectReference.parse("acme/website");
    private static final OrganizationReference OTHER = OrganizationReference.parse("other");

    private static void inAcme(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Other");
            operator.project("acme", "Website");
            operator.project("acme", "App");
            test.accept(operator);
        });
    }

    private static long projects(Acting acting, String organization) {
        return acting.organizations()
                .show(OrganizationReference.parse(organization))
                .projects();
    }

    private static Deletion deletion(String slug, boolean purge) {
        return new Deletion(slug, false, purge);
    }

    @Test
    void projectsAreCountedButForThoseInTheTrash() {
        inAcme(operator -> {
            assertThat(projects(operator, "acme")).isEqualTo(2);
            operator.projects().delete(WEBSITE, deletion("website", false));
            assertThat(projects(operator, "acme")).isEqualTo(1);
            operator.projects().restore(WEBSITE);
            assertThat(projects(operator, "acme")).isEqualTo(2);
            operator.projects().delete(WEBSITE, deletion("website", false));
            operator.projects().delete(WEBSITE, deletion("website", true));
            assertThat(projects(operator, "acme")).isEqualTo(1);
            operator.projects().delete(ProjectReference.parse("acme/app"), deletion("app", true));
            assertThat(projects(operator, "acme")).isZero();
        });
    }

    @Test
    void aProjectThatMovesIsCountedWhereItIs() {
        inAcme(operator -> {
            operator.projects().move(WEBSITE, OTHER, null, false);
            assertThat(projects(operator, "acme")).isEqualTo(1);
            assertThat(projects(operator, "other")).isEqualTo(1);
        });
    }

    @Test
    void projectsGoToTheTrashWithTheirOrganizationAndComeBackWithIt() {
        inAcme(operator -> {
            OrganizationReference acme = OrganizationReference.parse("acme");
            operator.projects().delete(ProjectReference.parse("acme/app"), deletion("app", false));
            Project website = operator.projects().show(WEBSITE);
            operator.organizations().delete(acme, deletion("acme", false));
            assertThat(operator.tx().projects().find(website.id()).orElseThrow().deletedAt())
                    .isNotNull();
            operator.organizations().restore(acme);
            assertThat(operator.projects().show(WEBSITE).id()).isEqualTo(website.id());
            assertThat(projects(operator, "acme")).isEqualTo(1);
        });
    }

    private static List<String> owners(Acting acting, Project project) {
        return acting.tx().usage().environment(project.liveId()).orElseThrow().owners().stream()
                .map(owner -> owner.reference() + " " + owner.from().toString().substring(0, 10))
                .toList();
    }

    @Test
    void aProjectHasItsOwnersOneAfterTheOther() {
        inAcme(operator -> {
            Project website = operator.projects().show(WEBSITE);
            assertThat(owners(operator, website)).containsExactly("acme/website:live 2026-11-10");
            operator.at("2026-11-12T00:00:00Z").projects().move(WEBSITE, OTHER, null, false);
            assertThat(owners(operator, website))
                    .containsExactly("acme/website:live 2026-11-10", "other/website:live 2026-11-12");
        });
    }

    @Test
    void aChangeWithinItsOrganizationGivesAProjectNoNewOwner() {
        inAcme(operator -> {
            Project website = operator.projects().show(WEBSITE);
            rename(operator, WEBSITE, "site");
            assertThat(operator.tx().usage().environment(website.liveId()).map(UsageEnvironment::owners))
                    .hasValueSatisfying(owners -> assertThat(owners).hasSize(1));
        });
    }

    private static void rename(Acting acting, ProjectReference reference, String slug) {
        acting.projects().update(reference, new ProjectChanges(null, new Slug(slug), null), null);
    }

    private static List<String> usage(Acting acting, String organization) {
        return rows(acting.in(organization).usage().summary(false, null)).stream()
                .map(UsageSum::environment)
                .toList();
    }

    @Test
    void usageIsShownUnderTheLastNameThatItsOrganizationHadForTheProject() {
        inAcme(operator -> {
            EnvironmentReference live = EnvironmentReference.parse("acme/website:live");
            operator.usage().record(live, new Metric("calls"), Quantity.parse("1"), null, null, null);
            rename(operator, WEBSITE, "site");
            assertThat(usage(operator, "acme")).containsExactly("acme/site:live");
            operator.projects().move(ProjectReference.parse("acme/site"), OTHER, null, false);
            assertThat(usage(operator, "acme")).containsExactly("acme/site:live");
            rename(operator, ProjectReference.parse("other/site"), "portal");
            assertThat(usage(operator, "acme")).containsExactly("acme/site:live");
            // Back again, it is what it is called now.
            operator.projects()
                    .move(ProjectReference.parse("other/portal"), OrganizationReference.parse("acme"), null, false);
            assertThat(usage(operator, "acme")).containsExactly("acme/portal:live");
            rename(operator, ProjectReference.parse("acme/portal"), "home");
            assertThat(usage(operator, "acme")).containsExactly("acme/home:live");
        });
    }

    /** It may be recorded only then, and the project's new name is no business of the former owner. */
    @Test
    void usageFromBeforeAMoveIsShownUnderTheNameThatTheProjectHadThen() {
        inAcme(operator -> {
            Acting later = operator.at("2026-11-12T00:00:00Z");
            later.projects().move(WEBSITE, OTHER, null, false);
            rename(later, ProjectReference.parse("other/website"), "portal");
            EnvironmentReference live = EnvironmentReference.parse("other/portal:live");
            Instant before = Instant.parse("2026-11-11T00:00:00Z");
            later.usage().record(live, new Metric("calls"), Quantity.parse("1"), before, null, null);
            assertThat(usage(later, "acme")).containsExactly("acme/website:live");
        });
    }
}
