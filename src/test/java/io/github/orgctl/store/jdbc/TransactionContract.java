package io.github.orgctl.store.jdbc;

import static io.github.orgctl.store.Fixtures.T1;
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
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreInfo;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.StoreBase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Contract of transactions, including concurrent ones, and of store inspection. */
public abstract class TransactionContract extends StoreBase {
    public final Organization acme = organization("acme");
    public final Organization beta = organization("beta");

    @Test
    public void aStoreThatDoesNotExistReadsAsEmpty() {
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                .isEmpty();
        StoreInfo info = read(store, tx -> tx.inspection().info());
        assertThat(info.exists()).isFalse();
        assertThat(info.schemaVersion()).isZero();
    }

    @Test
    public void aDryRunDoesNotCreateTheStore() {
        Long seen = store.inTx(Store.Purpose.DRY_RUN, tx -> {
            tx.organizations().insert(acme);
            return tx.organizations().find(acme.slug()).orElseThrow().revision();
        });
        assertThat(seen).isEqualTo(1);
        assertThat(read(store, tx -> tx.inspection().info()).exists()).isFalse();
    }

    @Test
    public void aChangeThatFailsDoesNotCreateTheStore() {
        Failure refused = new Failure(Failure.Kind.REFUSED, "no");
        assertThatThrownBy(() -> change(store, tx -> {
                    tx.organizations().insert(acme);
                    throw refused;
                }))
                .isSameAs(refused);
        assertThat(read(store, tx -> tx.inspection().info()).exists()).isFalse();
    }

    @Test
    public void aDryRunSeesItsChangesAndKeepsNone() {
        change(store, tx -> tx.organizations().insert(acme));
        boolean seen = store.inTx(Store.Purpose.DRY_RUN, tx -> {
            tx.organizations().insert(beta);
            return tx.organizations().find(beta.id()).isPresent();
        });
        assertThat(seen).isTrue();
        assertFound(tx -> tx.organizations().find(beta.id())).isEmpty();
    }

    @Test
    public void aNoteIsKeptAndMakesNoStore() {
        store.inTx(Store.Purpose.NOTE, tx -> {
            tx.organizations().insert(acme);
            return null;
        });
        assertThat(read(store, tx -> tx.inspection().info()).exists()).isFalse();
        change(store, tx -> tx.organizations().insert(acme));
        store.inTx(Store.Purpose.NOTE, tx -> {
            tx.organizations().insert(beta);
            return null;
        });
        assertFound(tx -> tx.organizations().find(beta.id())).isPresent();
    }

    @Test
    public void aChangeThatThrowsKeepsNothing() {
        change(store, tx -> tx.organizations().insert(acme));
        IllegalStateException bug = new IllegalStateException("bug");
        assertThatThrownBy(() -> change(store, tx -> {
                    tx.organizations().insert(beta);
                    throw bug;
                }))
                .isSameAs(bug);
        assertFound(tx -> tx.organizations().find(beta.id())).isEmpty();
    }

    @Test
    public void aReaderSeesOneStateThroughout() {
        change(store, tx -> tx.organizations().insert(acme));
        List<Integer> sizes = read(store, tx -> {
            int before = rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false))
                    .size();
            change(place.open(), other -> other.organizations().insert(beta));
            return List.of(
                    before,
                    rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false))
                            .size());
        });
        assertThat(sizes).containsExactly(1, 1);
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                .hasSize(2);
    }

    @Test
    public void writersWhoMeetLoseNothing() throws Exception {
        change(store, tx -> tx.organizations().insert(acme));
        int writers = 4;
        int changes = 8;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                Store own = place.open();
                all.add(threads.submit(() -> raiseRevision(own, changes)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(read(store, tx -> tx.organizations().find(acme.id()))
                        .orElseThrow()
                        .revision())
                .isEqualTo(1 + writers * changes);
    }

    private void raiseRevision(Store own, int times) {
        for (int i = 0; i < times; i++) {
            change(own, tx -> {
                Organization now = tx.organizations().find(acme.id()).orElseThrow();
                tx.organizations().update(changed(now, "acme"));
            });
        }
    }

    @Test
    public void theFirstChangesMayMeet() throws Exception {
        int writers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                Store own = place.open();
                Organization organization = organization("org-" + i);
                all.add(threads.submit(
                        () -> change(own, tx -> tx.organizations().insert(organization))));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                .hasSize(writers);
    }

    @Test
    public void rowsThatNobodyCouldHaveWrittenAreDamage() throws SQLException {
        change(store, tx -> Fixtures.add(tx, acme));
        sql("UPDATE organization SET name = ' padded ', website_url = 'ftp://x'");
        Failure failure = failure(() -> read(store, tx -> tx.organizations().find(acme.id())));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(failure)
                .hasMessageContaining("organization")
                .hasMessageContaining(acme.id().value());
        assertUnhappy("organization names", "checksums");
    }

    @Test
    public void theCheckFindsWhatIsBroken() throws SQLException {
        Project web = project(acme, "web");
        change(store, tx -> {
            Fixtures.add(tx, acme);
            new Projects(tx).insert(web);
        });
        sql("UPDATE organization SET projects = 5");
        assertUnhappy("counts");
        sql("DELETE FROM environment WHERE mode = 'live'");
        assertUnhappy("counts", "environments");
        sql("UPDATE organization SET projects = 0", "UPDATE project SET deleted_at = 1, deleted_with_organization = 1");
        assertUnhappy("environments", "trash", "checksums");
        sql(
                "UPDATE organization SET deleted_at = 1, projects = 1",
                "UPDATE project SET deleted_at = NULL, deleted_with_organization = 0");
        assertUnhappy("environments", "organizations in the trash", "pauses", "checksums");
    }

    public void assertUnhappy(String... checks) {
        assertRows(tx -> tx.inspection().check())
                .filteredOn(finding -> !finding.ok())
                .extracting(Finding::check)
                .containsExactlyInAnyOrder(checks);
    }

    @Test
    public void infoCounts() {
        Project web = project(acme, "web");
        Project old = project(acme, "old");
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.organizations().insert(deleted(beta, T1));
            new Projects(tx).insert(web);
            new Projects(tx).insert(old);
            Fixtures.update(tx, moved(old, acme, T1));
        });
        StoreInfo info = read(store, tx -> tx.inspection().info());
        assertThat(info.exists()).isTrue();
        assertThat(info.schemaVersion()).isEqualTo(Migrations.released().size());
        assertThat(info.bytes()).isPositive();
        assertThat(List.of(
                        info.organizations(),
                        info.projects(),
                        info.environments(),
                        info.deletedOrganizations(),
                        info.deletedProjects()))
                .containsExactly(1L, 1L, 2L, 1L, 1L);
    }

    @Test
    public void theTablesThemselvesRefuseWhatTheModelRefuses() {
        String into = "INSERT INTO organization (id, slug, name, website_url, description, live_writes, revision,"
                + " created_at, updated_at) VALUES ('" + id() + "', ";
        change(store, tx -> tx.organizations().insert(acme));
        for (String slug : List.of("", "-a", "a-", "a--b", "A", "a b", "é", "a".repeat(64))) {
            assertThatThrownBy(() -> sql(into + "'" + slug + "', 'n', '', '', 'admin', 1, 0, 0)"))
                    .as(slug)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> sql(into + "'ok', '', '', '', 'admin', 1, 0, 0)"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> sql(into + "'ok', 'n', '', '', 'viewer', 1, 0, 0)"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> sql(into + "'ok', 'n', '', '', 'admin', 0, 0, 0)"))
                .isInstanceOf(SQLException.class);
    }
}
