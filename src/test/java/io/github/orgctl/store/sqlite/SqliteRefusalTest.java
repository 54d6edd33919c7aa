package io.github.orgctl.store.sqlite;

import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.StoreBase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not a valid store is refused and not modified. */
class SqliteRefusalTest extends StoreBase {
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
        change(store, tx -> tx.organizations().insert(acme));
    }

    private List<Organization> organizations() {
        return read(store, tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)));
    }

    /** Asserts that the store is refused for every purpose, and that the file and its directory are unchanged. */
    private void assertRefused(String reason) throws IOException {
        byte[] before = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        for (Store.Purpose purpose : Store.Purpose.values()) {
            Failure failure =
                    failure(() -> store.inTx(purpose, tx -> tx.inspection().info()));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
            assertThat(failure).hasMessageContaining(reason).hasMessageContaining(file.toString());
        }
        if (before != null) {
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
        assertFiles().containsExactly("store.db");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Files.createDirectory(file);
        assertRefused("is a directory");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.createFile(file);
        assertRefused("is empty");
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        Files.writeString(file, "hello");
        assertRefused("another program's");
        Files.write(file, new byte[10_000]);
        assertRefused("another program's");
        Files.writeString(file, "SQLite format 3\0");
        assertRefused("another program's");
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        assertRefused("is not a regular file");
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws IOException, SQLException {
        Files.createFile(file);
        sql("CREATE TABLE t (x)", "PRAGMA user_version = 1");
        assertRefused("another program's");
    }

    @Test
    void aNewerStoreIsRefused() throws IOException, SQLException {
        create();
        sql("PRAGMA user_version = 99");
        assertRefused("newer orgctl");
    }

    @Test
    void aStoreWithoutVersionIsRefused() throws IOException, SQLException {
        create();
        sql("PRAGMA user_version = 0");
        assertRefused("no schema version");
    }

    @Test
    void aTruncatedStoreIsRefused() throws IOException {
        create();
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.setLength(whole.length() - 4096);
        }
        assertRefused("is truncated");
    }

    @Test
    void anUnreadableStoreIsRefused() throws IOException {
        create();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "root reads everything");
        Failure failure = failure(this::organizations);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.IO);
    }

    @Test
    void aNewerVersionThatIsStillInTheLogIsSeen() throws SQLException {
        create();
        try (Connection other = place.byHand()) {
            Sqlite.execute(other, "PRAGMA user_version = 99");
            for (Store.Purpose purpose : Store.Purpose.values()) {
                Failure failure =
                        failure(() -> store.inTx(purpose, tx -> tx.inspection().info()));
                assertThat(failure).hasMessageContaining("newer orgctl");
            }
        }
    }

    @Test
    void damageInsideIsToldAsSuch() throws IOException {
        create();
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.seek(4096);
            whole.write(new byte[(int) whole.length() - 4096]);
        }
        assertThat(failure(this::organizations).kind()).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(failure(() -> read(store, tx -> tx.inspection().check())).kind())
                .isEqualTo(Failure.Kind.DAMAGED);
    }

    @Test
    void aRemovedTableIsDamage() throws SQLException {
        create();
        sql("DROP TABLE environment");
        Failure failure =
                failure(() -> read(store, tx -> rows(tx.projects().list(AccessScope.EVERYTHING, all(), false))));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
    }
}
