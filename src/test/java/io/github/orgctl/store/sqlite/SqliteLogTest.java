package io.github.orgctl.store.sqlite;

import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.StoreBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A write-ahead log is applied only by the store it belongs to, and the locks on both are held as long as necessary.
 */
class SqliteLogTest extends StoreBase {
    @TempDir
    Path folder;

    Path file;

    @Override
    public Place newPlace() {
        file = folder.resolve("store.db");
        return new SqlitePlace(file);
    }

    private static List<Organization> organizations(Store store) {
        return read(store, tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Arrays.toString(Files.readAllBytes(path)));
            }
        }
        return files;
    }

    /** Creates a store with two organizations, the second of which is in a write-ahead log left by a crash. */
    private void crash(Path target, String first, String second) throws IOException, SQLException {
        SqlitePlace at = new SqlitePlace(folder.resolve("living.db"));
        change(at.open(), tx -> Fixtures.add(tx, organization(first)));
        try (Connection holding = at.byHand()) {
            Sqlite.execute(holding, "SELECT id FROM organization");
            change(at.open(), tx -> Fixtures.add(tx, organization(second)));
            Files.copy(folder.resolve("living.db"), target);
            Files.copy(folder.resolve("living.db-wal"), Path.of(target + "-wal"));
        }
        Files.delete(folder.resolve("living.db"));
    }

    private void assertRefused() throws IOException {
        Map<String, String> before = files();
        for (Store.Purpose purpose : Store.Purpose.values()) {
            Failure failure =
                    failure(() -> store.inTx(purpose, tx -> tx.inspection().info()));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
            assertThat(failure).hasMessageContaining("the log " + file);
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theLogOfACrashIsTakenIn() throws IOException, SQLException {
        crash(file, "acme", "beta");
        assertThat(organizations(store)).hasSize(2);
        change(store, tx -> Fixtures.add(tx, organization("gamma")));
        assertThat(organizations(store)).hasSize(3);
        assertThat(files()).containsOnlyKeys("store.db");
    }

    @Test
    void theLogOfAStoreThatIsGoneIsRefused() throws IOException, SQLException {
        crash(file, "acme", "beta");
        Files.delete(file);
        assertRefused();
        Files.move(folder.resolve("store.db-wal"), folder.resolve("store.db-journal"));
        assertRefused();
        Files.delete(folder.resolve("store.db-journal"));
        change(store, tx -> Fixtures.add(tx, organization("gamma")));
        assertThat(organizations(store)).hasSize(1);
    }

    /** Both stores have the same structure in every page, so that only the store's id distinguishes them. */
    @Test
    void theLogOfAnotherStoreIsRefused() throws IOException, SQLException {
        crash(folder.resolve("other.db"), "acme", "beta");
        change(store, tx -> Fixtures.add(tx, organization("acme")));
        Files.move(folder.resolve("other.db-wal"), folder.resolve("store.db-wal"));
        assertRefused();
    }

    @Test
    void aJournalIsNotOursEither() throws IOException {
        change(store, tx -> Fixtures.add(tx, organization("acme")));
        Files.writeString(folder.resolve("store.db-journal"), "another program's");
        assertRefused();
    }

    @Test
    void anEmptyLogIsNone() throws IOException {
        Files.createFile(folder.resolve("store.db-wal"));
        change(store, tx -> Fixtures.add(tx, organization("acme")));
        assertThat(organizations(store)).hasSize(1);
    }

    /** Closing any handle of a file releases all locks of the process on it. */
    @Test
    void aTransactionKeepsItsLocksWhileAnotherBegins() throws IOException {
        change(store, tx -> Fixtures.add(tx, organization("acme")));
        assumeTrue(Files.exists(Path.of("/proc/locks")), "not Linux");
        String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
        read(store, tx -> {
            assertThat(tx.inspection().info().organizations()).isEqualTo(1);
            assertThat(organizations(store)).hasSize(1);
            assertThat(locks()).anyMatch(line -> line.contains(inode));
            change(store, other -> Fixtures.add(other, organization("beta")));
            assertThat(locks()).anyMatch(line -> line.contains(inode));
            return null;
        });
        assertThat(locks()).noneMatch(line -> line.contains(inode));
    }

    private static List<String> locks() {
        try {
            return Files.readAllLines(Path.of("/proc/locks"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
