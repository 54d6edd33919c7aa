package io.github.orgctl.store.sqlite;

import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.store.StoreBase;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store's file is private, symbolic links are followed, and no files are left behind. */
class SqliteFileTest extends StoreBase {
    private final Organization acme = organization("acme");

    @TempDir
    Path folder;

    Path file;

    @Override
    public Place newPlace() {
        file = folder.resolve("store.db");
        return new SqlitePlace(file);
    }

    private ListAssert<String> assertFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return assertThat(files.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList());
        }
    }

    private void create() {
        change(store, tx -> Fixtures.add(tx, acme));
    }

    private List<Organization> organizations() {
        return read(store, tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)));
    }

    @Test
    void aNewStoreIsPrivate() throws IOException {
        Path nested = folder.resolve("a/b/store.db");
        change(new SqlitePlace(nested).open(), tx -> tx.organizations().insert(acme));
        assertThat(permissions(nested)).isEqualTo("rw-------");
        assertThat(permissions(nested.getParent())).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
        assertFiles().containsExactly("a", "a/b", "a/b/store.db");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aFolderThatWasThereKeepsItsPermissions() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        create();
        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
        assertUnhappy("folder permissions");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertUnhappy("file permissions", "folder permissions");
    }

    private void assertUnhappy(String... checks) {
        assertThat(read(store, tx -> tx.inspection().check()).stream()
                        .filter(finding -> !finding.ok())
                        .toList())
                .extracting(Finding::check)
                .containsExactly(checks);
    }

    @Test
    void anotherJournalModeIsReported() throws SQLException {
        create();
        sql("PRAGMA journal_mode = DELETE");
        assertRows(tx -> tx.inspection().check())
                .filteredOn(finding -> finding.check().equals("journal mode"))
                .extracting(Finding::ok)
                .containsExactly(false);
    }

    @Test
    void nothingIsLeftBesideTheStore() throws IOException {
        organizations();
        store.inTx(Store.Purpose.DRY_RUN, tx -> tx.inspection().info());
        assertFiles().isEmpty();
        create();
        assertFiles().containsExactly("store.db");
        organizations();
        assertFiles().containsExactly("store.db");
        store.inTx(Store.Purpose.DRY_RUN, tx -> {
            tx.organizations().insert(organization("beta"));
            return null;
        });
        change(store, tx -> tx.organizations().insert(organization("gamma")));
        assertFiles().containsExactly("store.db");
    }

    @Test
    void aFirstChangeThatFailsLeavesNothing() throws IOException {
        Store nested = new SqlitePlace(folder.resolve("a/b/store.db")).open();
        failure(() -> change(nested, tx -> {
            tx.organizations().insert(acme);
            throw new Failure(Failure.Kind.REFUSED, "no");
        }));
        assertFiles().isEmpty();
    }

    @Test
    void aReaderKeepsNothing() throws IOException {
        create();
        read(store, tx -> {
            tx.organizations().insert(organization("beta"));
            return null;
        });
        assertThat(organizations()).containsExactly(acme);
    }

    @Test
    void whoeverIsSecondToCreateTheStoreUsesTheFirstOnes() throws IOException {
        Organization rival = organization("rival");
        int[] runs = {0};
        change(store, tx -> {
            if (runs[0]++ == 0) {
                change(place.open(), other -> other.organizations().insert(rival));
            }
            tx.organizations().insert(acme);
        });
        assertThat(runs[0]).isEqualTo(2);
        assertThat(organizations()).containsExactly(acme, rival);
        assertFiles().containsExactly("store.db");
    }

    @Test
    void movingIntoPlaceNeverReplaces() throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), "draft");
        NewStore.move(draft, file);
        assertThat(file).hasContent("draft");
        Path second = Files.writeString(folder.resolve("draft"), "second");
        assertThatThrownBy(() -> NewStore.move(second, file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("draft");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b.db",
                "a?mode=ro.db",
                "a?foreign_keys=off&x=y.db",
                "a#b.db",
                "a%41.db",
                "größe 漢字.db",
                ":memory:",
                "file:x.db",
                ":resource:x.db",
                "a&b;c'd\"e.db",
                "-x",
                "..db"
            })
    void anyNameIsJustAName(String name) throws IOException {
        Store odd = new SqlitePlace(folder.resolve(name)).open();
        change(odd, tx -> tx.organizations().insert(acme));
        assertFiles().containsExactly(name);
        assertThat(read(odd, tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                        .toArray())
                .containsExactly(acme);
        change(odd, tx -> tx.organizations().insert(organization("beta")));
        assertFiles().containsExactly(name);
        assertThat(read(odd, tx -> tx.inspection().info()).location())
                .isEqualTo(folder.resolve(name).toString());
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(file, Path.of("real/there.db"));
        create();
        assertThat(file).isSymbolicLink();
        assertThat(organizations()).containsExactly(acme);
        change(store, tx -> tx.organizations().insert(organization("beta")));
        assertThat(real.resolve("there.db")).isRegularFile();
        assertFiles().containsExactly("real", "real/there.db", "store.db");
    }

    @Test
    void whatACrashLeftInTheLogIsRead() throws IOException, SQLException {
        create();
        Path crashed = folder.resolve("crashed.db");
        try (Connection other = place.byHand()) {
            Sqlite.execute(other, "UPDATE organization SET slug = 'late'");
            Files.copy(file, crashed);
            Files.copy(folder.resolve("store.db-wal"), folder.resolve("crashed.db-wal"));
        }
        Store again = new SqlitePlace(crashed).open();
        assertThat(read(again, tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                        .get(0)
                        .slug())
                .hasToString("late");
        assertFiles().containsExactly("crashed.db", "store.db");
    }

    @Test
    void everyConnectionIsSetUpForSafety() {
        create();
        List<String> settings = new ArrayList<>();
        for (Store.Purpose purpose : Store.Purpose.values()) {
            try {
                Session session = new Sqlite(file.toString(), 5000).begin(purpose);
                for (String pragma : List.of("trusted_schema", "synchronous", "foreign_keys")) {
                    try (Sql query = new Sql(session.connection, "PRAGMA " + pragma)) {
                        query.next();
                        settings.add(purpose + " " + pragma + " " + query.text(1));
                    }
                }
                session.close();
            } catch (SQLException problem) {
                throw new SqlProblem(problem);
            }
        }
        assertThat(settings)
                .contains("READ trusted_schema 0", "CHANGE trusted_schema 0", "DRY_RUN trusted_schema 0")
                .contains("CHANGE synchronous 2", "CHANGE foreign_keys 1", "DRY_RUN foreign_keys 1");
    }

    @Test
    void aWriterTakesTheLockAtOnce() throws SQLException {
        create();
        Session first = new Sqlite(file.toString(), 5000).begin(Store.Purpose.CHANGE);
        try (Connection second = place.byHand()) {
            Sqlite.execute(second, "PRAGMA busy_timeout = 0");
            SQLException busy =
                    catchThrowableOfType(SQLException.class, () -> Sqlite.execute(second, "BEGIN IMMEDIATE"));
            Failure failure = new Sqlite(file.toString(), 5000).failure(busy);
            assertThat(failure.kind()).isEqualTo(Failure.Kind.BUSY);
        } finally {
            first.close();
        }
    }

    @Test
    void theFileIsMarkedAsOurs() throws IOException {
        create();
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(file));
        assertThat(header.getInt(68)).isEqualTo(0x6f726763);
        assertThat(header.getInt(60)).isEqualTo(Migrations.released().size());
        assertThat(header.get(18)).as("WAL").isEqualTo((byte) 2);
    }

    @Test
    void noPathAtAllIsAUsageError() {
        assertThat(failure(() -> JdbcStore.open(" ", Map.of())).kind()).isEqualTo(Failure.Kind.USAGE);
    }
}
