package io.github.orgctl.core.completion;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Slug;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Acme has the projects App and Api, which are visible to Vera; Ajax is not. */
class CandidateServiceTest {
    private static void inAcme(BiConsumer<Acting, Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Ajax");
            operator.project("acme", "App");
            operator.project("acme", "Api");
            operator.project("ajax", "Apex");
            operator.join("acme", "vera@example.com", Role.VIEWER);
            test.accept(operator, operator.as("vera@example.com"));
        });
    }

    private static CandidateService candidates(Acting acting) {
        return new CandidateService(acting.tx(), acting.credentials(), acting.context(), acting.now());
    }

    @Test
    void organizationsAreThoseOneMaySee() {
        inAcme((operator, vera) -> {
            assertThat(candidates(operator).organizations("a", 9)).containsExactly(new Slug("acme"), new Slug("ajax"));
            assertThat(candidates(operator).organizations("a", 1)).hasSize(1);
            assertThat(candidates(operator).organizations("aj", 9)).containsExactly(new Slug("ajax"));
            assertThat(candidates(vera).organizations("a", 9)).containsExactly(new Slug("acme"));
            assertThat(candidates(vera).organization("acme").slug()).isEqualTo(new Slug("acme"));
            refused(Kind.NOT_FOUND, () -> candidates(vera).organization("ajax"));
        });
    }

    @Test
    void theCurrentOrganizationMayBeNone() {
        inAcme((operator, vera) -> {
            assertThat(candidates(vera.in("acme")).currentOrganization().slug()).isEqualTo(new Slug("acme"));
            assertThat(candidates(vera).currentOrganization()).isNull();
            assertThat(candidates(vera.in("ajax")).currentOrganization()).isNull();
        });
    }

    @Test
    void projectsAreThoseOfOneOrganization() {
        inAcme((operator, vera) -> {
            Organization acme = operator.organizations().show(OrganizationReference.parse("acme"));
            Organization ajax = operator.organizations().show(OrganizationReference.parse("ajax"));
            assertThat(candidates(vera).projects(acme.id(), "ap", 9)).containsExactly(new Slug("api"), new Slug("app"));
            assertThat(candidates(vera).projects(acme.id(), "ap", 1)).hasSize(1);
            assertThat(candidates(operator).projects(ajax.id(), "ap", 9)).containsExactly(new Slug("apex"));
        });
    }

    @Test
    void theTrashIsApart() {
        inAcme((operator, vera) -> {
            Organization acme = operator.organizations().show(OrganizationReference.parse("acme"));
            operator.projects().delete(ProjectReference.parse("acme/api"), new Deletion("api", false, false));
            operator.organizations().delete(OrganizationReference.parse("ajax"), new Deletion("ajax", false, false));
            assertThat(rows(candidates(operator).deletedProjects(acme.id())))
                    .extracting(Project::slug)
                    .containsExactly(new Slug("api"));
            assertThat(rows(candidates(operator).deletedOrganizations()))
                    .extracting(Organization::slug)
                    .containsExactly(new Slug("ajax"));
            assertThat(rows(candidates(vera).deletedOrganizations())).isEmpty();
        });
    }

    @Test
    void keysAreThoseOfOneEnvironment() {
        inAcme((operator, vera) -> {
            operator.set("acme/app:sandbox", "b=1", "a=1");
            assertThat(candidates(vera).keys(EnvironmentReference.parse("acme/app:sandbox")))
                    .containsExactly(new Key("a"), new Key("b"));
            assertThat(candidates(vera).keys(EnvironmentReference.parse("acme/app:live")))
                    .isEmpty();
            refused(Kind.NOT_FOUND, () -> candidates(vera).keys(EnvironmentReference.parse("ajax/apex:sandbox")));
        });
    }

    @Test
    void membersAndTokensAreThoseOfTheCurrentOrganization() {
        inAcme((operator, vera) -> {
            operator.token("acme", "ci", Role.VIEWER, null, null);
            assertThat(rows(candidates(operator.in("acme")).members()))
                    .extracting(Member::email)
                    .hasToString("[vera@example.com]");
            assertThat(rows(candidates(operator.in("acme")).tokens()))
                    .extracting(Token::name)
                    .hasToString("[ci]");
            assertThat(rows(candidates(operator.in("ajax")).tokens())).isEmpty();
            refused(Kind.USAGE, () -> candidates(operator).members());
            refused(Kind.FORBIDDEN, () -> candidates(vera.in("acme")).tokens());
        });
    }

    @Test
    void pricePlansAreThoseOfTheStore() {
        inAcme((operator, vera) -> {
            assertThat(candidates(operator).pricePlans()).contains(new Slug("standard"));
            assertThat(candidates(operator).metrics()).isEmpty();
        });
    }
}
