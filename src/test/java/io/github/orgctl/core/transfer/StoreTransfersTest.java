package io.github.orgctl.core.transfer;

import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.SchemaMemory;
import io.github.orgctl.core.configuration.Sealing;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.store.DumpHeader;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreBackup;
import io.github.orgctl.core.model.store.StoreCopy;
import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.store.StoreRestore;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.DumpWriter;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.StoreContent;
import io.github.orgctl.schema.JsonSchemas;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.vault.TinkVault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole stores in files: {@code store.db} has Acme with Website, {@code other.db} has nothing yet. */
class StoreTransfersTest {
    private static final OrganizationReference ACME = OrganizationReference.parse("acme");

    private static final Credentials OPERATOR = new Credentials(null, null, () -> "os:ann@home", false);

    @TempDir
    Path folder;

    private Store store;
    private Store other;

    @BeforeEach
    void makeStores() {
        store = open("store.db");
        other = open("other.db");
        in(store, operator -> {
            operator.organization("Acme");
            return operator.project("acme", "Website");
        });
    }

    private Store open(String name) {
        return JdbcStore.open(folder.resolve(name).toString(), Map.of());
    }

    private static <T> T in(Store store, Function<Acting, T> work) {
        SchemaMemory memory = new SchemaMemory(new JsonSchemas());
        return store.inTx(
                Store.Purpose.CHANGE, tx -> work.apply(new Acting(tx, memory, Acting.START, OPERATOR, Context.NONE)));
    }

    private static boolean has(Store store, String organization) {
        return in(store, operator -> operator.organizations().exists(OrganizationReference.parse(organization)));
    }

    private static StoreIdentity identity(Store store) {
        return in(store, operator -> operator.tx().inspection().identity());
    }

    private void damage(String name, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** A file that is written at once, as none of these tests interrupts it. */
    private record Written(Path path) implements BackupFile {
        @Override
        public long write(Content content) {
            try {
                Files.deleteIfExists(path);
                content.writeTo(Files.createFile(path));
                return Files.size(path);
            } catch (IOException unexpected) {
                throw new UncheckedIOException(unexpected);
            }
        }
    }

    private StoreCopy copy(Store from, Store to) {
        return in(from, operator -> new StoreCopyService(operator.work()).copyTo(to, Progress.NONE));
    }

    private StoreRestore restore(Store target, Store backup, String confirmed, Function<Path, BackupFile> kept) {
        return in(target, operator -> new RestoreService(operator.work())
                .restoreFrom(backup, "the backup", confirmed, kept, Progress.NONE));
    }

    @Test
    void aCopyHasEverything() {
        StoreCopy copy = copy(store, other);
        assertThat(copy.from()).endsWith("store.db");
        assertThat(copy.to()).endsWith("other.db");
        assertThat(copy.rows()).isGreaterThan(10);
        long projects =
                in(other, operator -> operator.organizations().show(ACME).projects());
        assertThat(projects).isEqualTo(1);
        assertThat(identity(other).epoch()).isEqualTo(identity(store).epoch());
    }

    @Test
    void onlyAnEmptyStoreIsCopiedTo() {
        in(other, operator -> operator.organization("Other"));
        refused(Kind.REFUSED, () -> copy(store, other));
    }

    @Test
    void whatIsNotThereIsNeitherCopiedNorDumped() {
        Store none = open("none.db");
        none.inTx(Store.Purpose.READ, tx -> {
            Acting reading = new Acting(tx, null, Acting.START, OPERATOR, Context.NONE);
            refused(Kind.NOT_FOUND, () -> new StoreCopyService(reading.work()).copyTo(other, Progress.NONE));
            refused(Kind.NOT_FOUND, () -> service(reading)
                    .dump(new Written(folder.resolve("dump")), COUNTING, Progress.NONE));
            return null;
        });
    }

    @Test
    void aBrokenAuditLogIsNotCopied() {
        damage("store.db", "UPDATE audit_event SET event = replace(event, 'Acme', 'Acne')");
        assertThat(failure(() -> copy(store, other)).kind()).isEqualTo(Kind.DAMAGED);
        assertThat(has(other, "acme")).isFalse();
    }

    @Test
    void aBackupWithProblemsIsNotRestored() {
        RestoreService.check(store, "the backup");
        damage("store.db", "UPDATE audit_event SET event = replace(event, 'Acme', 'Acne')");
        assertThat(failure(() -> RestoreService.check(store, "the backup")))
                .hasMessageStartingWith("the backup can't be restored:")
                .hasMessageContaining("audit log of the organization");
        damage("store.db", "UPDATE organization SET projects = 7");
        assertThat(failure(() -> RestoreService.check(store, "the backup"))
                        .getMessage()
                        .split("\n"))
                .hasSizeGreaterThan(2);
    }

    @Test
    void aRestoreReplacesEverythingAndBeginsAnEpoch() {
        in(other, operator -> operator.organization("Other"));
        StoreIdentity before = identity(other);
        List<Path> kept = new ArrayList<>();
        StoreRestore restored = restore(other, store, "other.db", path -> {
            kept.add(path);
            return new Written(path);
        });
        assertThat(identity(other)).isEqualTo(new StoreIdentity(before.id(), before.epoch() + 1));
        assertThat(restored.epoch()).isEqualTo(before.epoch() + 1);
        assertThat(restored.rows()).isGreaterThan(10);
        assertThat(restored.replaced()).isEqualTo(kept.get(0).toString());
        assertThat(kept.get(0).getFileName()).hasToString("other.db.replaced-20261110T120000123Z");
        long revision =
                in(other, operator -> operator.organizations().show(ACME).revision());
        assertThat(revision).isGreaterThan(StoreIdentity.REVISIONS);
        Store replaced = JdbcStore.open(kept.get(0).toString(), Map.of());
        assertThat(has(replaced, "other")).isTrue();
    }

    @Test
    void aRestoreIsRecorded() {
        restore(other, store, null, null);
        String event = in(other, operator -> operator.lastEvent(Target.STORE));
        assertThat(event).startsWith("store.restore store: epoch 0 -> 1, backup null -> the backup, digest null -> ");
    }

    @Test
    void whatWouldBeLostIsConfirmedByTheNameOfItsFile() {
        in(other, operator -> operator.organization("Other"));
        assertThat(confirmation(other)).isEqualTo("other.db");
        assertThat(failure(() -> restore(other, store, null, null))).hasMessageContaining("not confirmed");
        assertThat(failure(() -> restore(other, store, "store.db", null)))
                .hasMessageContaining("'store.db' is not the name");
        assertThat(restore(other, store, "other.db", null).replaced()).isNull();
    }

    private static String confirmation(Store store) {
        return in(
                store,
                operator -> new RestoreService(operator.work()).confirmation().orElse(null));
    }

    @Test
    void nothingIsConfirmedWhereNothingCanBeLost() {
        assertThat(confirmation(other)).isNull();
        assertThat(restore(other, store, null, path -> {
                            throw new AssertionError("nothing is to be kept");
                        })
                        .replaced())
                .isNull();
    }

    @Test
    void onlyTheOperatorRestoresAndCopies() {
        refused(
                Kind.FORBIDDEN,
                () -> in(store, operator -> new RestoreService(
                                operator.as("ann@example.com").work())
                        .confirmation()));
        refused(
                Kind.FORBIDDEN,
                () -> in(store, operator -> new RestoreService(
                                operator.as("ann@example.com").work())
                        .restoreFrom(other, "the backup", "store.db", null, Progress.NONE)));
        refused(
                Kind.FORBIDDEN,
                () -> in(store, operator -> new StoreCopyService(
                                operator.as("ann@example.com").work())
                        .copyTo(other, Progress.NONE)));
    }

    private StoreService service(Acting acting) {
        return new StoreService(acting.work(), new TinkVault(folder.resolve("keyset.json"), true));
    }

    private List<Finding> findings() {
        return in(store, operator -> service(operator).check());
    }

    @Test
    void aCheckCoversAuditLogs() {
        assertThat(findings()).allMatch(Finding::ok);
        damage("store.db", "UPDATE audit_event SET event = replace(event, 'Acme', 'Acne')");
        assertThat(findings())
                .filteredOn(finding -> !finding.ok())
                .extracting(Finding::check)
                .containsExactly("audit logs");
    }

    @Test
    void aBackupIsAFileThatCanBeOpened() {
        Path file = folder.resolve("backup.db");
        StoreBackup backup = in(store, operator -> service(operator).backup(new Written(file)));
        assertThat(backup.file()).isEqualTo(file.toString());
        assertThat(file).hasSize(backup.bytes());
        assertThat(has(open("backup.db"), "acme")).isTrue();
        boolean isFile = in(store, operator -> service(operator).isFile());
        assertThat(isFile).isTrue();
    }

    /** Refuses files named so, and writes the number of rows. */
    private static final DumpWriter COUNTING = new DumpWriter() {
        @Override
        public void refuseOtherFile(Path file) {
            if (file.endsWith("taken")) {
                throw new Failure(Kind.REFUSED, "no dump");
            }
        }

        @Override
        public void write(OutputStream out, DumpHeader header, StoreContent content) throws IOException {
            ContentDigest digest = new ContentDigest(null);
            content.passTo(digest);
            String text = header.store() + " " + digest.end().rows();
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    };

    @Test
    void aDumpHasAllRowsOfAStore() {
        Path file = folder.resolve("dump");
        StoreBackup dump = in(store, operator -> service(operator).dump(new Written(file), COUNTING, Progress.NONE));
        long rows = in(store, operator -> operator.tx().transfer().rows());
        assertThat(file).hasContent(identity(store) + " " + rows);
        assertThat(dump.bytes()).isEqualTo(file.toFile().length());
        assertThat(dump.file()).isEqualTo(file.toString());
        refused(
                Kind.REFUSED,
                () -> in(store, operator -> service(operator)
                        .dump(new Written(folder.resolve("taken")), COUNTING, Progress.NONE)));
        refused(
                Kind.FORBIDDEN,
                () -> in(store, operator -> service(operator.as("ann@example.com"))
                        .dump(new Written(file), COUNTING, Progress.NONE)));
    }

    @Test
    void aCheckCoversSecrets() {
        in(store, operator -> {
            Sealing sealing = new Sealing(operator, folder.resolve("other-keyset.json"));
            sealing.secret("acme/website:sandbox", "a", "one");
            sealing.secret("acme/website:live", "b", "two");
            return null;
        });
        List<Finding> problems =
                findings().stream().filter(finding -> !finding.ok()).toList();
        assertThat(problems).extracting(Finding::check).containsExactly("secrets");
        assertThat(problems.get(0).detail()).startsWith("2 secrets that can't be decrypted, the first because ");
    }

    @Test
    void aStoreThatIsTooDamagedIsNotReplaced() {
        damage("store.db", "DELETE FROM organization");
        assertThat(failure(() -> confirmation(store)).kind()).isEqualTo(Kind.DAMAGED);
    }
}
