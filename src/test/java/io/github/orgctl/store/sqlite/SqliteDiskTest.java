package io.github.orgctl.store.sqlite;

import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.project;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.store.StoreBase;
import io.github.orgctl.store.jdbc.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a small file system that fills up or is read-only. Requires the right to mount one. */
class SqliteDiskTest extends StoreBase {
    /** About the size of two empty stores, so that one fits next to its write-ahead log. */
    private static final int KILOBYTES = 800;

    private final Organization acme = organization("acme");

    @TempDir
    Path folder;

    Path disk;

    @Override
    public Place newPlace() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        return new SqlitePlace(disk.resolve("store.db"));
    }

    @BeforeEach
    void mount() {
        String options = "size=" + KILOBYTES + "k,mode=700";
        assumeTrue(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()), "can't mount");
    }

    @AfterEach
    void unmount() {
        run("umount", disk.toString());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void makeReadOnly() {
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
    }

    private void create() {
        change(store, tx -> tx.organizations().insert(acme));
    }

    private void assertNoLeftovers(String... files) throws IOException {
        try (Stream<Path> all = Files.list(disk)) {
            assertThat(all.map(path -> path.getFileName().toString()).toList()).containsExactly(files);
        }
    }

    private void insertProjects(int count) {
        change(store, tx -> {
            for (int i = 0; i < count; i++) {
                new Projects(tx).insert(project(acme, "project-" + i));
            }
        });
    }

    @Test
    void aFullDiskKeepsWhatWasThere() throws IOException {
        create();
        assertThat(failure(() -> insertProjects(2000)).kind()).isEqualTo(Failure.Kind.IO);
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                .containsExactly(acme);
        assertRows(tx -> rows(tx.projects().list(AccessScope.EVERYTHING, all(), false)))
                .isEmpty();
        assertNoLeftovers("store.db");
        insertProjects(3);
        assertRows(tx -> rows(tx.projects().list(AccessScope.EVERYTHING, all(), false)))
                .hasSize(3);
    }

    @Test
    void aDiskThatIsFullFromTheStartLeavesNothing() throws IOException {
        Failure failure = failure(() -> change(store, tx -> {
            tx.organizations().insert(acme);
            for (int i = 0; i < 2000; i++) {
                new Projects(tx).insert(project(acme, "project-" + i));
            }
        }));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.IO);
        assertNoLeftovers();
    }

    /** The write-ahead log still fits, but its content no longer fits into the store's file. */
    @Test
    void aStoreThatFitsOnlyOnceIsNotCreated() throws IOException {
        boolean created = false;
        for (int kilobytes = 40; kilobytes < KILOBYTES && !created; kilobytes += 8) {
            Path ballast = Files.write(disk.resolve("ballast"), new byte[(KILOBYTES - kilobytes) * 1024]);
            try {
                create();
                created = true;
            } catch (Failure failure) {
                assertThat(failure.kind()).isEqualTo(Failure.Kind.IO);
                assertNoLeftovers("ballast");
            }
            Files.delete(ballast);
        }
        assertThat(created).isTrue();
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                .containsExactly(acme);
        assertNoLeftovers("store.db");
    }

    @Test
    void aReadOnlyStoreIsReadAndNotChanged() throws IOException {
        create();
        makeReadOnly();
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                .containsExactly(acme);
        for (Store.Purpose purpose : new Store.Purpose[] {Store.Purpose.CHANGE, Store.Purpose.DRY_RUN}) {
            Failure failure =
                    failure(() -> store.inTx(purpose, tx -> tx.inspection().info()));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.IO);
            assertThat(failure).hasMessageContaining("read-only");
            assertThat(failure.hint()).isNotNull();
        }
        assertNoLeftovers("store.db");
    }

    @Test
    void aReadOnlyFolderTakesNoStore() throws IOException {
        makeReadOnly();
        assertRows(tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                .isEmpty();
        Failure failure = failure(this::create);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.IO);
        Store nested = new SqlitePlace(disk.resolve("a/b/store.db")).open();
        assertThat(failure(() -> change(nested, tx -> tx.organizations().insert(acme)))
                        .kind())
                .isEqualTo(Failure.Kind.IO);
        assertNoLeftovers();
    }

    @Test
    void aReadOnlyStoreThatIsTooOldSaysSo() {
        create();
        makeReadOnly();
        Migrations more = new Migrations("sqlite", Fixtures.releasedAnd("0002_for_tests"));
        Store newer = new JdbcStore(
                new Sqlite(disk.resolve("store.db").toString(), more, 5000), JdbcStore.DEFAULT_WAIT_MILLIS);
        Failure failure = failure(() -> read(newer, tx -> tx.inspection().info()));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.IO);
        assertThat(failure).hasMessageContaining("be upgraded");
    }

    @Test
    void aLogThatCanNotBeClearedAwayIsStillRead() throws IOException, SQLException {
        create();
        try (Connection other = place.byHand()) {
            Sqlite.execute(other, "UPDATE organization SET slug = 'late'");
            Path copy = Files.createDirectory(disk.resolve("copy"));
            Files.copy(disk.resolve("store.db"), copy.resolve("store.db"));
            Files.copy(disk.resolve("store.db-wal"), copy.resolve("store.db-wal"));
        }
        makeReadOnly();
        Store copied = new SqlitePlace(disk.resolve("copy/store.db")).open();
        List<Organization> organizations =
                read(copied, tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)));
        assertThat(organizations).extracting(each -> each.slug().value()).containsExactly("late");
    }
}
