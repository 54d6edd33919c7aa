package io.github.orgctl.core.organization;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.orgctl.core.access.TokenDetails;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Acme and Other are two organizations; Acme has the project Website. */
class ProjectServiceTest {
    private static final ProjectReference WEBSITE = ProjectReference.parse("acme/website");
    private static final OrganizationReference OTHER = OrganizationReference.parse("other");

    private static void inAcme(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Other");
            operator.project("acme", "Website");
            test.accept(operator);
        });
    }

    private static NewProject draft(String name, String slug) {
        return new NewProject(new Name(name), slug == null ? null : new Slug(slug), new Description("what for"));
    }

    private static ProjectChanges changes(String name, String slug) {
        return new ProjectChanges(name == null ? null : new Name(name), slug == null ? null : new Slug(slug), null);
    }

    private static Deletion trash(String confirmation) {
        return new Deletion(confirmation, false, false);
    }

    private static Id id(String organization, Acting acting) {
        return acting.organizations()
                .show(OrganizationReference.parse(organization))
                .id();
    }

    private static void lock(Acting acting) {
        acting.environments().lock(EnvironmentReference.parse("acme/website:live"), new Description("release"), null);
    }

    @Test
    void createsOneWithBothEnvironments() {
        inAcme(operator -> {
            Change<Project> change = operator.in("acme").projects().create(draft("App", "the-app"), false);
            Project app = change.value();
            assertThat(change.made()).isTrue();
            assertThat(app.slug()).hasToString("the-app");
            assertThat(app.revision()).isEqualTo(1);
            for (Mode mode : Mode.values()) {
                assertThat(operator.tx().environments().find(app.id(), mode)).isPresent();
            }
            assertThat(operator.projects().show(ProjectReference.parse("acme/the-app")))
                    .isEqualTo(app);
            assertThat(operator.lastEvent(app.organizationId()))
                    .isEqualTo("project.create acme/the-app: organization null -> acme, slug null -> the-app, "
                            + "name null -> App, description null -> what for");
        });
    }

    @Test
    void nameAndSlugAreItsOwnWithinTheOrganization() {
        inAcme(operator -> {
            ProjectService projects = operator.in("acme").projects();
            refused(Kind.CONFLICT, () -> projects.create(draft("Another", "website"), false));
            refused(Kind.CONFLICT, () -> projects.create(draft("Website", "another"), false));
            Change<Project> same = projects.create(draft("Another", "website"), true);
            assertThat(same.made()).isFalse();
            assertThat(same.value()).isEqualTo(operator.projects().show(WEBSITE));
            assertThat(projects.create(draft("Another", "another"), true).made())
                    .isTrue();
            assertThat(operator.in("other")
                            .projects()
                            .create(draft("Website", null), false)
                            .made())
                    .isTrue();
        });
    }

    @Test
    void listsTheCurrentOrganizationOrAll() {
        inAcme(operator -> {
            operator.project("acme", "App");
            operator.project("other", "Shop");
            operator.in("acme").projects().delete(WEBSITE, trash("website"));
            assertThat(slugs(operator.chosen("acme"), false, null, false)).containsExactly("app");
            assertThat(slugs(operator, true, null, false)).containsExactly("app", "shop");
            assertThat(slugs(operator, true, "acme/app", false)).containsExactly("shop");
            assertThat(slugs(operator, true, null, true)).containsExactly("website");
            assertThat(slugs(operator, true, "acme/website", true)).isEmpty();
            refused(Kind.USAGE, () -> slugs(operator.in("acme"), true, null, false));
            refused(Kind.USAGE, () -> slugs(operator, false, null, false));
        });
    }

    private static List<String> slugs(Acting acting, boolean all, String after, boolean deleted) {
        Page<ProjectReference> page = new Page<>(null, after == null ? null : ProjectReference.parse(after), null);
        return rows(acting.projects().list(all, page, deleted)).stream()
                .map(project -> project.slug().value())
                .toList();
    }

    @Test
    void updatesWhatIsGiven() {
        inAcme(operator -> {
            Project before = operator.projects().show(WEBSITE);
            Change<Project> change = operator.projects().update(WEBSITE, changes("Site", "site"), 1L);
            assertThat(change.made()).isTrue();
            Project after = operator.projects().show(ProjectReference.parse("acme/site"));
            assertThat(after).isEqualTo(change.value());
            assertThat(after.revision()).isEqualTo(2);
            assertThat(after.name()).hasToString("Site");
            assertThat(after.sandboxId()).isEqualTo(before.sandboxId());
            assertThat(operator.lastEvent(before.organizationId()))
                    .isEqualTo("project.update acme/site: slug website -> site, name Website -> Site");
            refused(Kind.CONFLICT, () -> operator.projects()
                    .update(ProjectReference.parse("acme/site"), changes("X", null), 1L));
        });
    }

    @Test
    void updatesToWhatIsThereChangeNothing() {
        inAcme(operator -> {
            Change<Project> change = operator.projects().update(WEBSITE, changes("Website", "website"), null);
            assertThat(change.made()).isFalse();
            assertThat(change.value().revision()).isEqualTo(1);
        });
    }

    @Test
    void anUpdateTakesNoNameOfAnother() {
        inAcme(operator -> {
            operator.project("acme", "App");
            refused(Kind.CONFLICT, () -> operator.projects().update(WEBSITE, changes("App", null), null));
            refused(Kind.CONFLICT, () -> operator.projects().update(WEBSITE, changes(null, "app"), null));
        });
    }

    @Test
    void aTokenForAnotherProjectLearnsNothingOfTheOneInTheWay() {
        inAcme(operator -> {
            Project app = operator.project("acme", "App");
            Acting token = operator.with(operator.token("acme", "ci", Role.ADMIN, "website", null));
            Throwable failure = catchThrowable(() -> token.projects().update(WEBSITE, changes(null, "app"), null));
            assertThat(failure).hasMessageNotContaining(app.id().value());
            refused(Kind.CONFLICT, () -> token.projects().update(WEBSITE, changes(null, "app"), null));
        });
    }

    @Test
    void movesWithAllItHas() {
        inAcme(operator -> {
            operator.set("acme/website:live", "a=1");
            TokenDetails token = operator.token("acme", "ci", Role.VIEWER, "website", null);
            Project before = operator.projects().show(WEBSITE);
            Change<ProjectMove> change = operator.projects().move(WEBSITE, OTHER, 1L, false);
            assertThat(change.made()).isTrue();
            Project moved = change.value().project();
            assertThat(operator.projects().show(ProjectReference.parse("other/website")))
                    .isEqualTo(moved);
            assertThat(moved.organizationId()).isEqualTo(id("other", operator));
            assertThat(moved.liveId()).isEqualTo(before.liveId());
            assertThat(operator.values("other/website:live").values()).hasSize(1);
            assertThat(change.value().tokens())
                    .extracting(each -> each.id())
                    .containsExactly(token.token().id());
            assertThat(operator.tx()
                            .tokens()
                            .find(token.token().id())
                            .orElseThrow()
                            .status(operator.now()))
                    .isEqualTo(TokenStatus.REVOKED);
            assertThat(operator.lastEvent(id("other", operator)))
                    .isEqualTo("project.move other/website: organization acme -> other");
            assertThat(operator.lastEvent(id("acme", operator)))
                    .isEqualTo("project.move acme/website: organization acme -> null, slug website -> null, "
                            + "name Website -> null");
        });
    }

    @Test
    void whereItIsItNeedNotMove() {
        inAcme(operator -> {
            Change<ProjectMove> change =
                    operator.projects().move(WEBSITE, OrganizationReference.parse("acme"), null, false);
            assertThat(change.made()).isFalse();
            assertThat(change.value().tokens()).isEmpty();
        });
    }

    @Test
    void doesNotMoveOverAnotherOrWhileLockedOrStale() {
        inAcme(operator -> {
            refused(Kind.CONFLICT, () -> operator.projects().move(WEBSITE, OTHER, 7L, false));
            operator.project("other", "Website");
            refused(Kind.CONFLICT, () -> operator.projects().move(WEBSITE, OTHER, null, false));
            lock(operator);
            refused(Kind.REFUSED, () -> operator.projects().move(WEBSITE, OTHER, null, false));
        });
    }

    @Test
    void goesToTheTrashAndComesBack() {
        inAcme(operator -> {
            Change<Project> change = operator.projects().delete(WEBSITE, trash("website"));
            assertThat(change.made()).isTrue();
            assertThat(change.value().deletedAt()).isNotNull();
            assertThat(operator.lastEvent(id("acme", operator)))
                    .startsWith("project.delete acme/website: deletedAt null -> 2026");
            refused(Kind.NOT_FOUND, () -> operator.projects().show(WEBSITE));
            Change<Project> restored = operator.projects().restore(WEBSITE);
            assertThat(restored.made()).isTrue();
            assertThat(operator.projects().show(WEBSITE)).isEqualTo(restored.value());
            assertThat(restored.value().deletedAt()).isNull();
            refused(Kind.NOT_FOUND, () -> operator.projects().restore(WEBSITE));
        });
    }

    @Test
    void aDeletionIsConfirmedByTheSlug() {
        inAcme(operator -> {
            refused(Kind.REFUSED, () -> operator.projects().delete(WEBSITE, trash(null)));
            refused(Kind.REFUSED, () -> operator.projects().delete(WEBSITE, trash("acme")));
            lock(operator);
            refused(Kind.REFUSED, () -> operator.projects().delete(WEBSITE, trash("website")));
            refused(Kind.REFUSED, () -> operator.projects().deletionTarget(WEBSITE, trash(null)));
        });
    }

    @Test
    void whatIsNotThereCanBeDeletedOnRequest() {
        inAcme(operator -> {
            ProjectReference none = ProjectReference.parse("acme/none");
            refused(Kind.NOT_FOUND, () -> operator.projects().delete(none, trash("none")));
            refused(Kind.NOT_FOUND, () -> operator.projects().delete(none, new Deletion("none", false, true)));
            Change<Project> change = operator.projects().delete(none, new Deletion("none", true, true));
            assertThat(change.made()).isFalse();
            assertThat(change.value()).isNull();
        });
    }

    @Test
    void aPurgeIsFinalFromTheTrashOrNot() {
        inAcme(operator -> {
            Project website = operator.projects().show(WEBSITE);
            TokenDetails token = operator.token("acme", "ci", Role.VIEWER, "website", null);
            operator.projects().delete(WEBSITE, trash("website"));
            assertThat(operator.projects()
                            .delete(WEBSITE, new Deletion("website", false, true))
                            .made())
                    .isTrue();
            assertThat(operator.tx().projects().find(website.id())).isEmpty();
            assertThat(operator.tx()
                            .tokens()
                            .find(token.token().id())
                            .orElseThrow()
                            .status(operator.now()))
                    .isEqualTo(TokenStatus.REVOKED);
            assertThat(operator.lastEvent(website.organizationId()))
                    .startsWith("project.delete acme/website: organization acme -> null");
            Project app = operator.project("acme", "App");
            operator.projects().delete(ProjectReference.parse("acme/app"), new Deletion("app", false, true));
            assertThat(operator.tx().projects().find(app.id())).isEmpty();
        });
    }

    @Test
    void comesBackOnlyIntoAnOrganizationThatIsThere() {
        inAcme(operator -> {
            Project website = operator.projects().show(WEBSITE);
            operator.projects().delete(WEBSITE, trash("website"));
            operator.organizations().delete(OrganizationReference.parse("acme"), trash("acme"));
            refused(Kind.RULE, () -> operator.projects().restore(new ProjectReference.ById(website.id())));
        });
    }

    @Test
    void aSlugThatWasGivenAwayBlocksTheWayBack() {
        inAcme(operator -> {
            operator.projects().delete(WEBSITE, trash("website"));
            operator.project("acme", "Website");
            refused(Kind.CONFLICT, () -> operator.projects().restore(WEBSITE));
        });
    }

    @Test
    void itsTrashIsFoundInItsOrganizationAlone() {
        inAcme(operator -> {
            Project website = operator.projects().show(WEBSITE);
            ProjectReference byId = new ProjectReference.ById(website.id());
            refused(Kind.NOT_FOUND, () -> operator.projects().restore(byId));
            operator.projects().delete(WEBSITE, trash("website"));
            refused(Kind.USAGE, () -> operator.in("other").projects().restore(WEBSITE));
            refused(
                    Kind.NOT_FOUND,
                    () -> operator.as("eve@example.com").projects().restore(byId));
            assertThat(operator.projects().restore(byId).value().id()).isEqualTo(website.id());
        });
    }

    @Test
    void existsWhereItIsSeenAndNotInTheTrash() {
        inAcme(operator -> {
            assertThat(operator.projects().exists(WEBSITE)).isTrue();
            assertThat(operator.as("eve@example.com").projects().exists(WEBSITE))
                    .isFalse();
            operator.projects().delete(WEBSITE, trash("website"));
            assertThat(operator.projects().exists(WEBSITE)).isFalse();
        });
    }

    @Test
    void mayBeOlderThanItsCreationByAsMuchAsCanBeBilled() {
        inAcme(operator -> {
            Acting acme = operator.in("acme");
            refused(Kind.RULE, () -> acme.projects().create(since("2026-11-11"), false));
            refused(Kind.RULE, () -> acme.projects().create(since("2026-10-31"), false));
            Project shop = acme.projects().create(since("2026-11-01"), false).value();
            assertThat(operator.tx()
                            .usage()
                            .environment(shop.liveId())
                            .orElseThrow()
                            .owners())
                    .extracting(owner -> owner.from().toString())
                    .containsExactly("2026-11-01T00:00:00Z");
        });
    }

    private static NewProject since(String day) {
        return new NewProject(new Name("Shop"), null, Description.NONE, LocalDate.parse(day));
    }

    private static void referToWebsite(Acting acting) {
        acting.project("other", "App");
        acting.set("acme/website:sandbox", "host=1");
        Value template = Value.given("{\"$template\":\"${acme/website:sandbox/host}\"}");
        acting.configurations().set(Acting.edit("other/app:sandbox"), List.of(new KeyEdit(new Key("url"), template)));
    }

    @Test
    void whatTemplatesReferToIsNotDeletedByMistake() {
        inAcme(operator -> {
            referToWebsite(operator);
            refused(Kind.REFUSED, () -> operator.projects().delete(WEBSITE, trash("website")));
            refused(Kind.REFUSED, () -> operator.projects().delete(WEBSITE, new Deletion("website", false, true)));
            Deletion onPurpose = new Deletion("website", false, false, true);
            assertThat(operator.projects().delete(WEBSITE, onPurpose).made()).isTrue();
            // In the trash it has nothing that could be read.
            Deletion purge = new Deletion("website", false, true);
            assertThat(operator.projects().delete(WEBSITE, purge).made()).isTrue();
        });
    }
}
