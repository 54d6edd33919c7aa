package io.github.orgctl.core.kernel;

import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Until;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Acme has the project Website, Other has App. */
class ResolverTest {
    private static final OrganizationReference ACME = OrganizationReference.parse("acme");

    private static void inAcme(BiConsumer<Acting, Project> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Other");
            operator.project("other", "App");
            test.accept(operator, operator.project("acme", "Website"));
        });
    }

    private static Environment environment(Acting acting, String reference) {
        return acting.work().resolver().environment(EnvironmentReference.parse(reference), Action.ENV_SHOW);
    }

    private static Environment writable(Acting acting, EnvironmentReference reference) {
        return acting.work().resolver().writableEnvironment(reference, Action.CONFIG_SET);
    }

    private static Project project(Acting acting, String reference) {
        ProjectReference wanted = reference == null ? null : ProjectReference.parse(reference);
        return acting.work().resolver().project(wanted, Action.PROJECT_SHOW);
    }

    private static Acting expecting(Acting acting, Id environment) {
        return acting.with(new Context(null, null, null, null, environment));
    }

    private static Acting inMode(Acting acting, Mode mode) {
        return acting.with(new Context(ACME, "settings", ProjectReference.parse("website"), mode, null));
    }

    @Test
    void theOrganizationIsTheNamedOrTheCurrentOne() {
        inAcme((acting, website) -> {
            Resolver resolver = acting.in("acme").work().resolver();
            assertThat(resolver.organization(null, Action.ORG_SHOW).slug()).hasToString("acme");
            assertThat(resolver.organization(OrganizationReference.parse("other"), Action.ORG_SHOW)
                            .slug())
                    .hasToString("other");
            refused(Kind.USAGE, () -> acting.work().resolver().organization(null, Action.ORG_SHOW));
            refused(Kind.NOT_FOUND, () -> resolver.organization(OrganizationReference.parse("none"), Action.ORG_SHOW));
            refused(Kind.NOT_FOUND, () -> acting.in("none").work().resolver().organization(null, Action.ORG_SHOW));
        });
    }

    @Test
    void whatIsGoneSaysWhoChoseIt() {
        inAcme((acting, website) -> {
            Resolver resolver = acting.chosen("none").work().resolver();
            Failure failure = catchThrowableOfType(Failure.class, () -> resolver.organization(null, Action.ORG_SHOW));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(failure).hasMessageContaining("the settings");
        });
    }

    @Test
    void whatIsInTheTrashIsNotFoundAndSaysSo() {
        inAcme((acting, website) -> {
            acting.projects().delete(ProjectReference.parse("acme/website"), new Deletion("website", false, false));
            Failure project = catchThrowableOfType(Failure.class, () -> project(acting, "acme/website"));
            assertThat(project.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(project).hasMessageContaining("trash");
            acting.organizations().delete(ACME, new Deletion("acme", false, false));
            Failure organization = catchThrowableOfType(
                    Failure.class, () -> acting.in("acme").organizations().show(null));
            assertThat(organization.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(organization).hasMessageContaining("trash");
            Failure unseen = catchThrowableOfType(Failure.class, () -> acting.as("eve@example.com")
                    .in("acme")
                    .organizations()
                    .show(null));
            assertThat(unseen).hasMessageNotContaining("trash");
        });
    }

    @Test
    void aProjectIsNamedInItsOrganizationOrByItsId() {
        inAcme((acting, website) -> {
            assertThat(project(acting, "acme/website")).isEqualTo(website);
            assertThat(project(acting.chosen("acme"), "website")).isEqualTo(website);
            assertThat(project(acting.chosen("acme").project("website"), null)).isEqualTo(website);
            assertThat(project(acting, website.id().value())).isEqualTo(website);
            refused(Kind.USAGE, () -> project(acting, null));
            refused(Kind.USAGE, () -> project(acting, "website"));
            refused(Kind.NOT_FOUND, () -> project(acting, "other/website"));
            refused(Kind.NOT_FOUND, () -> project(acting, website.sandboxId().value()));
        });
    }

    @Test
    void twoSpellingsMayNotContradictEachOther() {
        inAcme((acting, website) -> {
            refused(Kind.USAGE, () -> project(acting.in("other"), "acme/website"));
            refused(Kind.USAGE, () -> project(acting.in("other"), website.id().value()));
            refused(
                    Kind.USAGE,
                    () -> environment(acting.in("other"), website.liveId().value()));
            refused(
                    Kind.USAGE,
                    () -> environment(acting.in("other"), website.id().value() + ":live"));
            refused(Kind.USAGE, () -> environment(acting, website.liveId().value() + ":sandbox"));
            assertThat(project(acting.in("acme"), "acme/website")).isEqualTo(website);
            // What only the settings choose contradicts nothing.
            assertThat(project(acting.chosen("other"), "acme/website")).isEqualTo(website);
        });
    }

    @Test
    void anEnvironmentIsNamedByProjectAndModeOrByItsId() {
        inAcme((acting, website) -> {
            assertThat(environment(acting, "acme/website:live").id()).isEqualTo(website.liveId());
            assertThat(environment(acting, website.liveId().value()).id()).isEqualTo(website.liveId());
            assertThat(environment(acting, website.liveId().value() + ":live").id())
                    .isEqualTo(website.liveId());
            assertThat(environment(acting, website.id().value() + ":sandbox").id())
                    .isEqualTo(website.sandboxId());
            assertThat(environment(inMode(acting, Mode.LIVE), "acme/website").id())
                    .isEqualTo(website.liveId());
            assertThat(environment(inMode(acting, Mode.LIVE), "acme/website:sandbox")
                            .id())
                    .isEqualTo(website.sandboxId());
            refused(Kind.USAGE, () -> environment(acting, "acme/website"));
            refused(Kind.NOT_FOUND, () -> environment(acting, "00000000-0000-4000-8000-000000000000:live"));
        });
    }

    @Test
    void liveIsChangedOnlyWhereTheCommandItselfNamesIt() {
        inAcme((acting, website) -> {
            Acting inLive = inMode(acting, Mode.LIVE);
            refused(Kind.REFUSED, () -> writable(inLive, EnvironmentReference.current()));
            refused(Kind.REFUSED, () -> writable(inLive, new EnvironmentReference.ById(website.id(), null)));
            assertThat(writable(inLive, EnvironmentReference.parse("acme/website:live"))
                            .mode())
                    .isEqualTo(Mode.LIVE);
            assertThat(writable(acting, new EnvironmentReference.ById(website.liveId(), null))
                            .mode())
                    .isEqualTo(Mode.LIVE);
            assertThat(writable(inMode(acting, Mode.SANDBOX), EnvironmentReference.current())
                            .mode())
                    .isEqualTo(Mode.SANDBOX);
        });
    }

    @Test
    void anExpectedEnvironmentIsTheOnlyOne() {
        inAcme((acting, website) -> {
            Acting careful = expecting(acting, website.sandboxId());
            assertThat(environment(careful, "acme/website:sandbox").mode()).isEqualTo(Mode.SANDBOX);
            refused(Kind.REFUSED, () -> environment(careful, "acme/website:live"));
            EnvironmentReference either = EnvironmentReference.parse("acme/website");
            assertThat(careful.work().resolver().projectOf(either, Action.ENV_DIFF))
                    .isEqualTo(website);
            assertThat(expecting(acting, website.liveId()).work().resolver().projectOf(either, Action.ENV_DIFF))
                    .isEqualTo(website);
            EnvironmentReference other = EnvironmentReference.parse("other/app");
            refused(Kind.REFUSED, () -> careful.work().resolver().projectOf(other, Action.ENV_DIFF));
        });
    }

    @Test
    void aProjectIsFoundByEitherEnvironment() {
        inAcme((acting, website) -> {
            Resolver resolver = acting.work().resolver();
            for (Id id : new Id[] {website.id(), website.sandboxId(), website.liveId()}) {
                EnvironmentReference reference = new EnvironmentReference.ById(id, null);
                assertThat(resolver.projectOf(reference, Action.ENV_DIFF)).isEqualTo(website);
            }
            Id unknown = new Id("00000000-0000-4000-8000-000000000000");
            refused(
                    Kind.NOT_FOUND,
                    () -> resolver.projectOf(new EnvironmentReference.ById(unknown, null), Action.ENV_DIFF));
        });
    }

    @Test
    void tellsAWholeProjectFromAnEnvironment() {
        inAcme((acting, website) -> {
            Resolver resolver = acting.work().resolver();
            assertThat(resolver.isWholeProject(EnvironmentReference.parse("acme/website")))
                    .isTrue();
            assertThat(resolver.isWholeProject(EnvironmentReference.parse("acme/website:live")))
                    .isFalse();
            assertThat(resolver.isWholeProject(new EnvironmentReference.ById(website.id(), null)))
                    .isTrue();
            assertThat(resolver.isWholeProject(new EnvironmentReference.ById(website.id(), Mode.LIVE)))
                    .isFalse();
            assertThat(resolver.isWholeProject(new EnvironmentReference.ById(website.liveId(), null)))
                    .isFalse();
            assertThat(resolver.isProject(website.id())).isTrue();
            assertThat(resolver.isProject(website.liveId())).isFalse();
        });
    }

    @Test
    void strangersFindNothing() {
        inAcme((acting, website) -> {
            Acting eve = acting.as("eve@example.com");
            refused(Kind.NOT_FOUND, () -> project(eve, "acme/website"));
            refused(Kind.NOT_FOUND, () -> project(eve, website.id().value()));
            refused(Kind.NOT_FOUND, () -> environment(eve, website.liveId().value()));
            refused(Kind.NOT_FOUND, () -> environment(eve, "acme/website:live"));
        });
    }

    @Test
    void aTokenForAProjectFindsNoOther() {
        inAcme((acting, website) -> {
            acting.project("acme", "Shop");
            Acting token = acting.with(acting.token("acme", "ci", Role.VIEWER, "shop", null))
                    .chosen("acme");
            refused(Kind.NOT_FOUND, () -> project(token, "acme/website"));
            refused(Kind.NOT_FOUND, () -> project(token, website.id().value()));
            refused(Kind.NOT_FOUND, () -> environment(token, website.liveId().value()));
            assertThat(project(token, "acme/shop").slug()).hasToString("shop");
        });
    }

    @Test
    void rightsAreAskedForWhereSomethingIsFound() {
        inAcme((acting, website) -> {
            acting.join("acme", "vera@example.com", Role.VIEWER);
            Acting vera = acting.as("vera@example.com");
            assertThat(environment(vera, "acme/website:live").mode()).isEqualTo(Mode.LIVE);
            refused(Kind.FORBIDDEN, () -> writable(vera, EnvironmentReference.parse("acme/website:live")));
            refused(Kind.FORBIDDEN, () -> vera.work()
                    .resolver()
                    .project(ProjectReference.parse("acme/website"), Action.PROJECT_UPDATE));
            refused(Kind.FORBIDDEN, () -> vera.work().resolver().organization(ACME, Action.ORG_UPDATE));
            refused(Kind.FORBIDDEN, () -> vera.work()
                    .resolver()
                    .projectOf(EnvironmentReference.parse("acme/website"), Action.PROJECT_UPDATE));
        });
    }

    /** Suggestions for typing errors contain only names visible to the acting identity. */
    @Test
    void typingErrorsGetTheNearestNames() {
        inAcme((acting, website) -> {
            acting.join("acme", "vera@example.com", Role.VIEWER);
            assertThat(hint(() -> acting.organizations().show(OrganizationReference.parse("acne"))))
                    .contains("acme");
            assertThat(hint(() ->
                            acting.as("eve@example.com").organizations().show(OrganizationReference.parse("acne"))))
                    .doesNotContain("acme");
            assertThat(hint(() -> acting.organizations().show(OrganizationReference.parse("bcme"))))
                    .contains("acme");
            assertThat(hint(() -> project(acting, "acme/websiet"))).contains("website");
            assertThat(hint(() -> project(acting, "acme/ebsite"))).contains("website");
            assertThat(hint(() -> acting.in("acme").members().show(new Email("vear@example.com"))))
                    .contains("vera@example.com");
        });
    }

    private static String hint(Runnable what) {
        return String.valueOf(catchThrowableOfType(Failure.class, what::run).hint());
    }

    @Test
    void aProjectIsLookedForWhereItsReferenceSays() {
        inAcme((acting, website) -> {
            Resolver resolver = acting.chosen("acme").work().resolver();
            assertThat(resolver.isProject(ProjectReference.parse("website"))).isTrue();
            assertThat(resolver.isProject(ProjectReference.parse("app"))).isFalse();
            assertThat(resolver.isProject(ProjectReference.parse("other/app"))).isTrue();
            assertThat(resolver.isProject(ProjectReference.parse("none/app"))).isFalse();
            assertThat(resolver.isProject(new ProjectReference.ById(website.id())))
                    .isTrue();
            assertThat(resolver.isProject(new ProjectReference.ById(website.liveId())))
                    .isFalse();
            assertThat(acting.work().resolver().isProject(ProjectReference.parse("website")))
                    .isFalse();
            Acting stranger = acting.as("eve@example.com");
            assertThat(stranger.work().resolver().isProject(ProjectReference.parse("other/app")))
                    .isFalse();
            assertThat(resolver.isOrganization(OrganizationReference.parse("other")))
                    .isTrue();
            assertThat(resolver.isOrganization(OrganizationReference.parse("none")))
                    .isFalse();
        });
    }

    @Test
    void theOtherOfTwoReferencesMayNameAnotherOrganization() {
        inAcme((acting, website) -> {
            EnvironmentReference app = EnvironmentReference.parse("other/app:live");
            Resolver given = acting.in("acme").work().resolver();
            refused(Kind.USAGE, () -> given.environment(app, Action.ENV_SHOW));
            assertThat(given.across().environment(app, Action.ENV_SHOW).reference())
                    .isEqualTo("other/app:live");
            // What names no organization is still looked for in the one that is given.
            ProjectReference slug = ProjectReference.parse("website");
            assertThat(given.across().project(slug, Action.PROJECT_SHOW)).isEqualTo(website);
            assertThat(acting.chosen("acme").work().resolver().across().project(slug, Action.PROJECT_SHOW))
                    .isEqualTo(website);
        });
    }

    @Test
    void anOrganizationIsNotAnotherThanTheOneGiven() {
        inAcme((acting, website) -> {
            OrganizationReference other = OrganizationReference.parse("other");
            Resolver given = acting.in("acme").work().resolver();
            refused(Kind.USAGE, () -> given.organizationWithin(other, Action.ORG_SHOW));
            assertThat(given.organizationWithin(ACME, Action.ORG_SHOW).slug()).hasToString("acme");
            assertThat(given.organizationWithin(null, Action.ORG_SHOW).slug()).hasToString("acme");
            Resolver chosen = acting.chosen("acme").work().resolver();
            assertThat(chosen.organizationWithin(other, Action.ORG_SHOW).slug()).hasToString("other");
        });
    }

    @Test
    void anIdInTheTrashNamesNoProject() {
        inAcme((acting, website) -> {
            acting.projects().delete(ProjectReference.parse("acme/website"), new Deletion("website", false, false));
            refused(Kind.NOT_FOUND, () -> project(acting, website.id().value()));
        });
    }

    @Test
    void theTrashIsForThoseWhoMayRestore() {
        inAcme((acting, website) -> {
            acting.join("acme", "vera@example.com", Role.VIEWER);
            ProjectReference reference = ProjectReference.parse("acme/website");
            acting.projects().delete(reference, new Deletion("website", false, false));
            refused(
                    Kind.FORBIDDEN,
                    () -> acting.as("vera@example.com").projects().restore(reference));
        });
    }

    @Test
    void aTokenForAnotherProjectDoesNotLearnWhatIsInTheTrash() {
        inAcme((acting, website) -> {
            acting.project("acme", "Shop");
            acting.projects().delete(ProjectReference.parse("acme/website"), new Deletion("website", false, false));
            Acting token = acting.with(acting.token("acme", "ci", Role.VIEWER, "shop", null));
            assertThat(Acting.failure(() -> project(token, "acme/website"))).hasMessageNotContaining("trash");
            assertThat(Acting.failure(() -> project(acting, "acme/website"))).hasMessageContaining("trash");
        });
    }

    @Test
    void aMissingSharedProjectCanBeCreated() {
        inAcme((acting, website) -> {
            Failure failure = Acting.failure(() -> project(acting, "acme/shared"));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(failure.hint()).isEqualTo(Advice.CREATE_SHARED_PROJECT.of(new Slug("acme")));
        });
    }

    /** Two errors may be typing errors in an address, three are another one. */
    @Test
    void addressesAreOfferedForFewTypingErrors() {
        inAcme((acting, website) -> {
            acting.join("acme", "vera@example.com", Role.VIEWER);
            assertThat(hint(() -> acting.in("acme").members().show(new Email("verxx@example.com"))))
                    .contains("vera@example.com");
            assertThat(hint(() -> acting.in("acme").members().show(new Email("verxxx@example.com"))))
                    .doesNotContain("vera@example.com");
        });
    }

    @Test
    void aLockIsToldWithItsEndAndReason() {
        inAcme((acting, website) -> {
            EnvironmentReference live = EnvironmentReference.parse("acme/website:live");
            acting.environments().lock(live, new Description("release"), null);
            assertThat(Acting.failure(() -> acting.set("acme/website:live", "a=1")))
                    .hasMessage("acme/website:live is locked: release");
            acting.environments().lock(live, new Description("release"), Until.parse("2026-12-01"));
            assertThat(Acting.failure(() -> acting.set("acme/website:live", "a=1")))
                    .hasMessage("acme/website:live is locked until 2026-12-01T00:00:00Z: release");
        });
    }

    @Test
    void aDeletionIsToldWhatIsWrongWithItsConfirmation() {
        Slug acme = new Slug("acme");
        assertThat(Acting.failure(() -> new Deletion(null, false, false).confirm("organization", acme)))
                .hasMessage("deleting the organization acme has to be confirmed with its slug");
        assertThat(Acting.failure(() -> new Deletion("acne", false, false).confirm("organization", acme)))
                .hasMessage("the confirmation 'acne' does not match the slug of the organization acme");
    }
}
