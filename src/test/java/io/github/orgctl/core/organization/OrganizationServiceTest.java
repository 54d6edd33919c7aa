package io.github.orgctl.core.organization;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganizationServiceTest {
    private static final OrganizationReference ACME = OrganizationReference.parse("acme");

    private static NewOrganization draft(String name, String slug) {
        return new NewOrganization(
                new Name(name),
                slug == null ? null : new Slug(slug),
                new WebsiteUrl("https://acme.example"),
                new Description("all of it"),
                new LiveWrites(Role.ADMIN));
    }

    private static OrganizationChanges changes(String name, String slug) {
        return new OrganizationChanges(
                name == null ? null : new Name(name), slug == null ? null : new Slug(slug), null, null, null);
    }

    private static Deletion trash(String confirmation) {
        return new Deletion(confirmation, false, false);
    }

    private static Deletion purge(String confirmation) {
        return new Deletion(confirmation, false, true);
    }

    private static OrganizationReference id(Organization organization) {
        return new OrganizationReference.ById(organization.id());
    }

    @Test
    void createsOneWithItsBillingAccountAndEvent() {
        Acting.inNewStore(operator -> {
            Change<Organization> change = operator.organizations().create(draft("Acme Inc", "acme"), false);
            Organization acme = change.value();
            assertThat(change.made()).isTrue();
            assertThat(acme.slug()).hasToString("acme");
            assertThat(acme.revision()).isEqualTo(1);
            assertThat(operator.organizations().show(ACME)).isEqualTo(acme);
            assertThat(operator.tx().billingAccounts().find(acme.id())).isPresent();
            assertThat(operator.events(acme.id())).hasSize(1);
            assertThat(operator.lastEvent(acme.id()))
                    .isEqualTo("org.create acme: slug null -> acme, name null -> Acme Inc, "
                            + "websiteUrl null -> https://acme.example, description null -> all of it, "
                            + "liveWrites null -> admin");
            assertThat(rows(operator.in("acme").members().list(Acting.all()))).isEmpty();
        });
    }

    @Test
    void thePersonWhoCreatesItOwnsIt() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.as("ann@example.com").organization("Acme");
            assertThat(rows(operator.in("acme").members().list(Acting.all())))
                    .extracting(member -> member.email() + " " + member.role() + " " + member.status())
                    .containsExactly("ann@example.com owner " + MemberStatus.ACTIVE);
            assertThat(operator.events(acme.id())).hasSize(2);
            assertThat(operator.lastEvent(acme.id()))
                    .isEqualTo("org.create ann@example.com: role null -> owner, status null -> active");
        });
    }

    @Test
    void nameAndSlugAreItsOwn() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            refused(Kind.CONFLICT, () -> operator.organizations().create(draft("Another", "acme"), false));
            refused(Kind.CONFLICT, () -> operator.organizations().create(draft("Acme", "another"), false));
            Change<Organization> same = operator.organizations().create(draft("Another", "acme"), true);
            assertThat(same.made()).isFalse();
            assertThat(same.value()).isEqualTo(acme);
            assertThat(operator.organizations()
                            .create(draft("Another", "another"), true)
                            .made())
                    .isTrue();
        });
    }

    /**
     * {@code --if-not-exists} does not accept an organization that is not visible; the error reveals only that the name
     * is taken.
     */
    @Test
    void whatIsNotSeenIsTakenAllTheSame() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            Acting stranger = operator.as("eve@example.com");
            refused(Kind.CONFLICT, () -> stranger.organizations().create(draft("Another", "acme"), true));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> stranger.organizations().create(draft("Acme", "mine"), false)))
                    .hasMessageNotContaining(acme.id().value());
        });
    }

    @Test
    void listsThoseThatAreSeenInPages() {
        Acting.inNewStore(operator -> {
            operator.organization("B");
            operator.organization("A");
            Organization gone = operator.organization("Gone");
            operator.organizations().delete(id(gone), trash("gone"));
            operator.join("b", "bob@example.com", Role.VIEWER);
            assertThat(slugs(operator, null, false)).containsExactly("a", "b");
            assertThat(slugs(operator, "a", false)).containsExactly("b");
            assertThat(slugs(operator, null, true)).containsExactly("gone");
            assertThat(slugs(operator, "gone", true)).isEmpty();
            assertThat(slugs(operator.as("bob@example.com"), null, false)).containsExactly("b");
            refused(Kind.NOT_FOUND, () -> slugs(operator, "gone", false));
            refused(Kind.NOT_FOUND, () -> slugs(operator, "a", true));
        });
    }

    private static List<String> slugs(Acting acting, String after, boolean deleted) {
        Page<OrganizationReference> page =
                new Page<>(null, after == null ? null : OrganizationReference.parse(after), null);
        return rows(acting.organizations().list(page, deleted)).stream()
                .map(organization -> organization.slug().value())
                .toList();
    }

    @Test
    void aTokenForAProjectLearnsOfNoOthers() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.project("acme", "One");
            operator.project("acme", "Two");
            Acting token = operator.with(operator.token("acme", "ci", Role.VIEWER, "one", null));
            assertThat(operator.organizations().show(ACME).projects()).isEqualTo(2);
            assertThat(token.organizations().show(ACME).projects()).isEqualTo(1);
            assertThat(rows(token.organizations().list(Acting.all(), false)))
                    .extracting(Organization::projects)
                    .containsExactly(1L);
            operator.in("acme").projects().delete(ProjectReference.parse("one"), trash("one"));
            assertThat(token.organizations().show(ACME).projects()).isZero();
        });
    }

    @Test
    void updatesWhatIsGiven() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            Change<Organization> change = operator.organizations().update(ACME, changes("Acme & Co", "acme-co"), 1L);
            assertThat(change.made()).isTrue();
            Organization after = change.value();
            assertThat(after.name()).hasToString("Acme & Co");
            assertThat(after.slug()).hasToString("acme-co");
            assertThat(after.revision()).isEqualTo(2);
            assertThat(after.updatedAt()).isAfter(acme.updatedAt());
            assertThat(operator.organizations().show(id(acme))).isEqualTo(after);
            assertThat(operator.lastEvent(acme.id()))
                    .isEqualTo("org.update acme-co: slug acme -> acme-co, name Acme -> Acme & Co");
            refused(Kind.CONFLICT, () -> operator.organizations().update(id(acme), changes("X", null), 1L));
        });
    }

    @Test
    void updatesToWhatIsThereChangeNothing() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            Change<Organization> change = operator.organizations().update(ACME, changes("Acme", "acme"), null);
            assertThat(change.made()).isFalse();
            assertThat(change.value()).isEqualTo(acme);
            assertThat(operator.events(acme.id())).hasSize(1);
        });
    }

    @Test
    void anUpdateTakesNoNameOfAnother() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Other");
            refused(Kind.CONFLICT, () -> operator.organizations().update(ACME, changes("Other", null), null));
            refused(Kind.CONFLICT, () -> operator.organizations().update(ACME, changes(null, "other"), null));
        });
    }

    /** A token of any role can't perform actions reserved for people. */
    @Test
    void onlyOwnersChangeWhoMayChangeLive() {
        Acting.inNewStore(operator -> {
            operator.as("olga@example.com").organization("Acme");
            operator.join("acme", "adam@example.com", Role.ADMIN);
            OrganizationChanges lower = new OrganizationChanges(null, null, null, null, new LiveWrites(Role.OWNER));
            refused(
                    Kind.FORBIDDEN,
                    () -> operator.as("adam@example.com").organizations().update(ACME, lower, null));
            Acting token = operator.with(operator.token("acme", "ci", Role.OWNER, null, null));
            assertThat(token.organizations()
                            .update(ACME, changes("Acme Ltd", null), null)
                            .made())
                    .isTrue();
            refused(Kind.FORBIDDEN, () -> token.organizations().update(ACME, lower, null));
            assertThat(operator.as("olga@example.com")
                            .organizations()
                            .update(ACME, lower, null)
                            .value()
                            .liveWrites())
                    .isEqualTo(new LiveWrites(Role.OWNER));
        });
    }

    @Test
    void theTrashTakesProjectsAlongAndGivesThemBack() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.project("acme", "One");
            Project two = operator.project("acme", "Two");
            operator.in("acme").projects().delete(ProjectReference.parse("two"), trash("two"));
            Change<Organization> change = operator.organizations().delete(ACME, trash("acme"));
            assertThat(change.made()).isTrue();
            assertThat(change.value().deletedAt()).isNotNull();
            assertThat(operator.lastEvent(acme.id())).startsWith("org.delete acme: deletedAt null -> 2026-11-10T");
            refused(Kind.NOT_FOUND, () -> operator.organizations().show(ACME));

            Change<Organization> restored = operator.organizations().restore(ACME);
            assertThat(restored.made()).isTrue();
            assertThat(restored.value().deletedAt()).isNull();
            assertThat(operator.organizations().show(ACME)).isEqualTo(restored.value());
            assertThat(operator.lastEvent(acme.id())).startsWith("org.restore acme: deletedAt 2026-11-10T");
            assertThat(rows(operator.in("acme").projects().list(false, Acting.all(), false)))
                    .extracting(project -> project.slug().value())
                    .containsExactly("one");
            assertThat(rows(operator.in("acme").projects().list(false, Acting.all(), true)))
                    .extracting(Project::id)
                    .containsExactly(two.id());
        });
    }

    /** The pause lasts from the day after the deletion to the day of the restore. */
    @Test
    void inTheTrashItCostsNothing() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.organizations().delete(ACME, trash("acme"));
            operator.at("2026-11-20T00:00:00Z").organizations().restore(ACME);
            assertThat(operator.tx()
                            .billingAccounts()
                            .find(acme.id())
                            .orElseThrow()
                            .pauses())
                    .extracting(pause -> pause.from() + " " + pause.to())
                    .containsExactly("2026-11-11 2026-11-20");
        });
    }

    @Test
    void aDeletionIsConfirmedByTheSlug() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            refused(Kind.REFUSED, () -> operator.organizations().delete(ACME, trash(null)));
            refused(Kind.REFUSED, () -> operator.organizations().delete(ACME, trash("other")));
            assertThat(operator.organizations().show(ACME).deletedAt()).isNull();
        });
    }

    @Test
    void whatIsNotThereCanBeDeletedOnRequest() {
        Acting.inNewStore(operator -> {
            refused(Kind.NOT_FOUND, () -> operator.organizations().delete(ACME, trash("acme")));
            Change<Organization> none = operator.organizations().delete(ACME, new Deletion("acme", true, true));
            assertThat(none.made()).isFalse();
            assertThat(none.value()).isNull();
            assertThat(operator.organizations().deletionTarget(ACME, new Deletion(null, true, false)))
                    .isEmpty();
        });
    }

    @Test
    void aPurgeIsFinal() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.organizations().delete(ACME, trash("acme"));
            assertThat(operator.organizations().deletionTarget(ACME, purge(null)))
                    .isPresent();
            Change<Organization> change = operator.organizations().delete(ACME, purge("acme"));
            assertThat(change.made()).isTrue();
            assertThat(operator.tx().organizations().find(acme.id())).isEmpty();
            assertThat(operator.lastEvent(acme.id()))
                    .startsWith("org.delete acme: slug acme -> null, name Acme -> null");
            refused(Kind.NOT_FOUND, () -> operator.organizations().restore(ACME));
        });
    }

    @Test
    void lockedEnvironmentsHoldItBack() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.project("acme", "One");
            operator.environments().lock(EnvironmentReference.parse("acme/one:live"), new Description("release"), null);
            refused(Kind.REFUSED, () -> operator.organizations().delete(ACME, trash("acme")));
            refused(Kind.REFUSED, () -> operator.organizations().deletionTarget(ACME, trash(null)));
        });
    }

    @Test
    void aSlugThatWasGivenAwayBlocksTheWayBack() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.organizations().delete(ACME, trash("acme"));
            operator.organization("Acme");
            refused(Kind.CONFLICT, () -> operator.organizations().restore(id(acme)));
        });
    }

    @Test
    void aNameOfSeveralInTheTrashIsNone() {
        Acting.inNewStore(operator -> {
            Organization first = operator.organization("Acme");
            operator.organizations().delete(ACME, trash("acme"));
            operator.organization("Acme");
            operator.organizations().delete(ACME, trash("acme"));
            refused(Kind.USAGE, () -> operator.organizations().restore(ACME));
            assertThat(operator.organizations().restore(id(first)).value().id()).isEqualTo(first.id());
            refused(Kind.NOT_FOUND, () -> operator.organizations().restore(id(first)));
        });
    }

    @Test
    void theTrashOfOthersIsNotSeen() {
        Acting.inNewStore(operator -> {
            operator.as("olga@example.com").organization("Acme");
            operator.join("acme", "adam@example.com", Role.ADMIN);
            operator.organizations().delete(ACME, trash("acme"));
            refused(
                    Kind.NOT_FOUND,
                    () -> operator.as("eve@example.com").organizations().restore(ACME));
            refused(
                    Kind.FORBIDDEN,
                    () -> operator.as("adam@example.com").organizations().restore(ACME));
            assertThat(operator.as("olga@example.com")
                            .organizations()
                            .restore(ACME)
                            .made())
                    .isTrue();
            assertThat(operator.in("acme")
                            .members()
                            .show(new Email("olga@example.com"))
                            .role())
                    .isEqualTo(Role.OWNER);
        });
    }

    @Test
    void noTokenCreatesOne() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            Acting token = operator.with(operator.token("acme", "ci", Role.ADMIN, null, null));
            refused(Kind.FORBIDDEN, () -> token.organizations().create(draft("Other", null), false));
        });
    }

    @Test
    void existsWhereItIsSeenAndNotInTheTrash() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            assertThat(operator.organizations().exists(ACME)).isTrue();
            assertThat(operator.as("eve@example.com").organizations().exists(ACME))
                    .isFalse();
            operator.organizations().delete(ACME, trash("acme"));
            assertThat(operator.organizations().exists(ACME)).isFalse();
        });
    }

    @Test
    void aListTellsWhetherItsLimitLeftSomethingOut() {
        Acting.inNewStore(operator -> {
            operator.as("ann@example.com").organization("Acme");
            Acting token = operator.with(operator.token("acme", "ci", Role.VIEWER, null, null));
            operator.project("acme", "Website");
            Acting narrow = operator.with(operator.token("acme", "narrow", Role.VIEWER, "website", null));
            Page<OrganizationReference> one = new Page<>(1L, null, null);
            assertThat(token.organizations().list(one, false).forEach(each -> {}))
                    .isFalse();
            assertThat(narrow.organizations().list(one, false).forEach(each -> {}))
                    .isFalse();
            assertThat(narrow.organizations()
                            .list(new Page<>(0L, null, null), false)
                            .forEach(each -> {}))
                    .isTrue();
        });
    }

    @Test
    void whatTemplatesOfOthersReferToIsNotDeletedByMistake() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Other");
            operator.project("acme", "Website");
            operator.project("other", "App");
            operator.set("acme/website:sandbox", "host=1");
            Value template = Value.given("{\"$template\":\"${acme/website:sandbox/host}\"}");
            operator.configurations()
                    .set(Acting.edit("other/app:sandbox"), List.of(new KeyEdit(new Key("url"), template)));
            refused(Kind.REFUSED, () -> operator.organizations().delete(ACME, trash("acme")));
            Deletion onPurpose = new Deletion("acme", false, false, true);
            assertThat(operator.organizations().delete(ACME, onPurpose).made()).isTrue();
            // In the trash it has nothing that could be read.
            assertThat(operator.organizations().delete(ACME, purge("acme")).made())
                    .isTrue();
        });
    }
}
