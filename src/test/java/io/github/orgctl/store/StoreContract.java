package io.github.orgctl.store;

import static io.github.orgctl.store.Fixtures.T1;
import static io.github.orgctl.store.Fixtures.T2;
import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.changed;
import static io.github.orgctl.store.Fixtures.deleted;
import static io.github.orgctl.store.Fixtures.id;
import static io.github.orgctl.store.Fixtures.moved;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.project;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.store.jdbc.SqlProblem;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Contract of the repositories for organizations, projects and environments. */
public abstract class StoreContract extends StoreBase {
    public final Organization acme = organization("acme");
    public final Organization beta = organization("beta");

    @Test
    public void organizationsComeBackAsTheyWere() {
        Organization full = changed(organization("full", "Größe 漢字 'quoted' \"x\" 🎉"), "full");
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.organizations().insert(full);
        });
        assertFound(tx -> tx.organizations().find(full.id())).contains(full);
        assertFound(tx -> tx.organizations().find(full.slug())).contains(full);
        assertFound(tx -> tx.organizations().find(full.name())).contains(full);
        assertFound(tx -> tx.organizations().find(id())).isEmpty();
        assertFound(tx -> tx.organizations().find(new Slug("none"))).isEmpty();
        assertFound(tx -> tx.organizations().find(new Name("none"))).isEmpty();
    }

    @Test
    public void updateWritesEveryFieldOfAnOrganization() {
        Organization renamed = changed(acme, "acme-two");
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.organizations().insert(beta);
        });
        change(store, tx -> tx.organizations().update(renamed));
        assertFound(tx -> tx.organizations().find(acme.id())).contains(renamed);
        assertFound(tx -> tx.organizations().find(acme.slug())).isEmpty();
        assertFound(tx -> tx.organizations().find(beta.id())).contains(beta);
    }

    @Test
    public void slugsAndNamesAreFreeAgainOnceInTheTrash() {
        Organization gone = deleted(acme, T1);
        Organization goneLater = deleted(organization("acme"), T2);
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.organizations().update(gone);
            tx.organizations().insert(goneLater);
            tx.organizations().insert(organization("acme", acme.name().value()));
        });
        assertFound(tx -> tx.organizations().find(acme.id())).contains(gone);
        assertRows(tx -> tx.organizations().findDeleted(acme.slug())).containsExactly(goneLater, gone);
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                .hasSize(1);
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), true)))
                .containsExactlyInAnyOrder(gone, goneLater);
    }

    @Test
    public void partsOfATransactionAreUndoneAlone() {
        Organization kept = organization("kept");
        Organization failed = organization("failed");
        Organization tried = organization("tried");
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.part(true, part -> {
                part.organizations().insert(kept);
                return null;
            });
            tx.part(false, part -> {
                part.organizations().insert(tried);
                return null;
            });
            assertThatThrownBy(() -> tx.part(true, part -> {
                        part.organizations().insert(failed);
                        part.organizations().insert(organization("acme"));
                        return null;
                    }))
                    .isInstanceOf(SqlProblem.class);
            tx.organizations().insert(beta);
        });
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                .containsExactlyInAnyOrder(acme, kept, beta);
    }

    @Test
    public void takenSlugsAndNamesAreConflicts() {
        change(store, tx -> {
            tx.organizations().insert(acme);
            new Projects(tx).insert(project(acme, "web"));
        });
        Organization sameSlug = organization("acme", "Another");
        Organization sameName = organization("another", acme.name().value());
        Project sameProject = project(acme, "web", "Another", T1);
        Project sameProjectName = project(acme, "another", "Name of web", T1);
        assertConflict(() -> change(store, tx -> tx.organizations().insert(sameSlug)));
        assertConflict(() -> change(store, tx -> tx.organizations().insert(sameName)));
        assertConflict(() -> change(store, tx -> new Projects(tx).insert(sameProject)));
        assertConflict(() -> change(store, tx -> new Projects(tx).insert(sameProjectName)));
        assertRows(tx -> rows(tx.projects().list(AccessScope.EVERYTHING, all(), false)))
                .hasSize(1);
    }

    private static void assertConflict(ThrowingCallable work) {
        assertThat(failure(work).kind()).isEqualTo(Failure.Kind.CONFLICT);
    }

    @Test
    public void aProjectOfNobodyBreaksARule() {
        change(store, tx -> tx.organizations().insert(beta));
        Failure failure = failure(() -> change(store, tx -> new Projects(tx).insert(project(acme, "web"))));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.RULE);
    }

    @Test
    public void aProjectComesWithBothEnvironments() {
        Project web = project(acme, "web");
        change(store, tx -> {
            tx.organizations().insert(acme);
            new Projects(tx).insert(web);
        });
        Environment live = new Environment(
                web.liveId(),
                Mode.LIVE,
                1,
                null,
                web.id(),
                web.slug(),
                acme.id(),
                acme.slug(),
                web.createdAt(),
                web.createdAt());
        assertFound(tx -> tx.projects().find(web.id())).contains(web);
        assertFound(tx -> tx.projects().find(acme.id(), web.slug())).contains(web);
        assertFound(tx -> tx.projects().find(acme.id(), web.name())).contains(web);
        assertFound(tx -> tx.projects().find(beta.id(), web.slug())).isEmpty();
        assertFound(tx -> tx.environments().find(web.liveId())).contains(live);
        assertFound(tx -> tx.environments().find(web.id(), Mode.LIVE)).contains(live);
        assertThat(read(store, tx -> tx.environments().find(web.id(), Mode.SANDBOX))
                        .orElseThrow()
                        .id())
                .isEqualTo(web.sandboxId());
    }

    @Test
    public void movingAProjectTakesItsCountAlong() {
        Project web = project(acme, "web");
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.organizations().insert(beta);
            new Projects(tx).insert(web);
            new Projects(tx).insert(project(acme, "api"));
        });
        Project moved = moved(web, beta, null);
        change(store, tx -> Fixtures.update(tx, moved));
        assertFound(tx -> tx.projects().find(web.id())).contains(moved);
        assertCounts(1, 1);
        Project gone = moved(moved, beta, T2);
        change(store, tx -> Fixtures.update(tx, gone));
        assertFound(tx -> tx.projects().find(web.id())).contains(gone);
        assertFound(tx -> tx.projects().find(beta.id(), web.slug())).isEmpty();
        assertRows(tx -> tx.projects().findDeleted(beta.id(), web.slug())).containsExactly(gone);
        assertRows(tx -> tx.projects().findDeleted(acme.id(), web.slug())).isEmpty();
        assertCounts(1, 0);
        change(store, tx -> Fixtures.update(tx, moved(gone, beta, null)));
        assertCounts(1, 1);
        change(store, tx -> Fixtures.purge(tx, web.id()));
        assertCounts(1, 0);
        assertFound(tx -> tx.environments().find(web.liveId())).isEmpty();
    }

    private void assertCounts(long ofAcme, long ofBeta) {
        assertThat(read(store, tx -> tx.organizations().find(acme.id()))
                        .orElseThrow()
                        .projects())
                .isEqualTo(ofAcme);
        assertThat(read(store, tx -> tx.organizations().find(beta.id()))
                        .orElseThrow()
                        .projects())
                .isEqualTo(ofBeta);
        assertHealthy();
    }

    /** The services maintain accounts and pauses, which this test bypasses. */
    public void assertHealthy() {
        assertRows(tx -> tx.inspection().check())
                .filteredOn(finding ->
                        !finding.check().equals("accounts") && !finding.check().equals("pauses"))
                .allMatch(Finding::ok);
    }

    @Test
    public void environmentsOfTheTrashAreNotFound() {
        Project web = project(acme, "web");
        change(store, tx -> {
            tx.organizations().insert(acme);
            new Projects(tx).insert(web);
            Fixtures.update(tx, moved(web, acme, T1));
        });
        assertFound(tx -> tx.environments().find(web.liveId())).isEmpty();
        assertFound(tx -> tx.environments().find(web.id(), Mode.LIVE)).isEmpty();
        assertRows(tx -> rows(tx.environments().list(AccessScope.EVERYTHING, all())))
                .isEmpty();
    }

    @Test
    public void anOrganizationTakesItsProjectsToTheTrashAndBringsExactlyThoseBack() {
        Project web = project(acme, "web");
        Project old = project(acme, "old");
        Project other = project(beta, "web");
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.organizations().insert(beta);
            new Projects(tx).insert(web);
            new Projects(tx).insert(old);
            new Projects(tx).insert(other);
            Fixtures.update(tx, moved(old, acme, T1));
        });
        change(store, tx -> {
            new Projects(tx).deleteWithOrganization(acme.id(), T2);
            tx.organizations().update(deleted(acme, T2));
        });
        Project gone = read(store, tx -> tx.projects().find(web.id())).orElseThrow();
        assertThat(gone.deletedAt()).isEqualTo(T2);
        assertThat(gone.revision()).isEqualTo(2);
        assertRows(tx -> rows(tx.projects().list(AccessScope.EVERYTHING, all(), false)))
                .containsExactly(other);
        assertRows(tx -> rows(tx.projects().list(AccessScope.EVERYTHING.within(acme.id()), all(), true)))
                .hasSize(2);
        assertCounts(0, 1);
        change(store, tx -> {
            tx.organizations().update(deleted(acme, null));
            new Projects(tx).restoreWithOrganization(acme.id(), T2);
        });
        Project back = read(store, tx -> tx.projects().find(web.id())).orElseThrow();
        assertThat(back.deletedAt()).isNull();
        assertThat(back.updatedAt()).isEqualTo(T2.plusMillis(1));
        assertThat(back.revision()).isEqualTo(3);
        assertThat(read(store, tx -> tx.projects().find(old.id())).orElseThrow().deletedAt())
                .isEqualTo(T1);
        assertCounts(1, 1);
    }

    @Test
    public void aProjectThatLeftTheTrashByItselfIsNotBoundToItsOrganizationAnyMore() {
        Project web = project(acme, "web");
        change(store, tx -> {
            tx.organizations().insert(acme);
            new Projects(tx).insert(web);
            new Projects(tx).deleteWithOrganization(acme.id(), T1);
            Fixtures.update(tx, moved(web, acme, null));
            Fixtures.update(tx, moved(web, acme, T2));
            new Projects(tx).restoreWithOrganization(acme.id(), T2);
        });
        assertThat(read(store, tx -> tx.projects().find(web.id())).orElseThrow().deletedAt())
                .isEqualTo(T2);
    }

    @Test
    public void purgingAnOrganizationLeavesNothingOfIt() throws SQLException {
        Project web = project(acme, "web");
        Project other = project(beta, "web");
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.organizations().insert(beta);
            new Projects(tx).insert(web);
            new Projects(tx).insert(other);
        });
        sql("INSERT INTO environment_value (environment_id, key, value) VALUES ('" + web.liveId() + "', 'a', '1')");
        change(store, tx -> tx.organizations().purge(acme.id()));
        assertFound(tx -> tx.projects().find(web.id())).isEmpty();
        assertFound(tx -> tx.environments().find(web.liveId())).isEmpty();
        assertFound(tx -> tx.projects().find(other.id())).contains(other);
        assertHealthy();
    }

    @Test
    public void slugsAreFoundByTheirBeginning() {
        change(store, tx -> {
            for (String slug : List.of("a", "ab", "ab-c", "ab9", "abz", "ac", "b")) {
                Organization organization = organization(slug);
                tx.organizations().insert(organization);
                new Projects(tx).insert(project(organization, slug));
            }
            tx.organizations().insert(deleted(organization("aba"), T1));
        });
        assertRows(tx -> tx.organizations().slugs(AccessScope.EVERYTHING, "ab", 10))
                .containsExactly(new Slug("ab"), new Slug("ab-c"), new Slug("ab9"), new Slug("abz"));
        assertRows(tx -> tx.organizations().slugs(AccessScope.EVERYTHING, "", 2))
                .containsExactly(new Slug("a"), new Slug("ab"));
        assertRows(tx -> tx.organizations().slugs(AccessScope.EVERYTHING, "'%", 2))
                .isEmpty();
        Organization ac =
                read(store, tx -> tx.organizations().find(new Slug("ac"))).orElseThrow();
        assertRows(tx -> tx.projects().slugs(AccessScope.EVERYTHING.within(ac.id()), "a", 9))
                .containsExactly(new Slug("ac"));
    }
}
