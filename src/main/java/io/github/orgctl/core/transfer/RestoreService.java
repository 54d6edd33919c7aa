package io.github.orgctl.core.transfer;

import io.github.orgctl.core.audit.ChainVerifier;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.store.StoreRestore;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.StoreTransfer;
import io.github.orgctl.core.port.Tx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Restores the store from a backup. */
public final class RestoreService {
    private final UnitOfWork work;

    public RestoreService(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Runs all applicable consistency checks on a backup.
     *
     * @param name name of the backup in messages
     * @throws Failure DAMAGED, listing all problems
     */
    public static void check(Store backup, String name) {
        List<String> problems = backup.inTx(Store.Purpose.READ, RestoreService::problems);
        if (!problems.isEmpty()) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    name + " can't be restored:\n  " + String.join("\n  ", problems),
                    "restore another backup");
        }
    }

    private static List<String> problems(Tx tx) {
        List<String> problems = new ArrayList<>();
        for (Finding finding : tx.inspection().checkContent()) {
            if (!finding.ok()) {
                problems.add(finding.check() + ": " + finding.detail());
            }
        }
        for (ChainVerdict verdict : new ChainVerifier(tx).broken()) {
            problems.add("audit log of the organization " + verdict.organizationId() + ": " + verdict.problem());
        }
        return problems;
    }

    /**
     * The text to type to confirm the replacement, or empty if there is nothing to lose.
     *
     * @throws Failure DAMAGED if the store is too damaged to be replaced
     */
    public Optional<String> confirmation() {
        work.access().require(Action.STORE_RESTORE);
        StoreTransfer to = work.tx().transfer();
        if (to.exists()) {
            refuseUnsound();
        }
        return to.exists() && !to.isUntouched()
                ? Optional.ofNullable(to.file()).map(RestoreService::name)
                : Optional.empty();
    }

    private void refuseUnsound() {
        for (Finding finding : work.tx().inspection().checkIntegrity()) {
            if (!finding.ok()) {
                throw new Failure(Failure.Kind.DAMAGED, finding.check() + ": " + finding.detail());
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /**
     * Replaces all content in one transaction. The store keeps its id and gets a higher epoch, so that no earlier
     * revision or plan is mistaken for one of the restored store.
     *
     * @param backup a backup that was checked
     * @param confirmed the typed confirmation, or null
     * @param kept creates the file that the replaced content is saved to; null saves nothing
     * @throws Failure REFUSED if it is not confirmed, or the store is on a server and not empty; DAMAGED if the backup
     *     contains something that the store can't hold
     */
    public StoreRestore restoreFrom(
            Store backup, String name, String confirmed, Function<Path, BackupFile> kept, Progress progress) {
        work.access().require(Action.STORE_RESTORE);
        StoreTransfer to = work.tx().transfer();
        BackupFile replaced = null;
        if (to.exists() && !to.isUntouched()) {
            refuseUnconfirmed(to, confirmed);
            replaced = kept == null ? null : kept.apply(keptFile(to.file()));
            if (replaced != null) {
                work.tx().inspection().backup(replaced);
            }
        }
        StoreIdentity before = work.tx().inspection().identity();
        StoreIdentity[] after = new StoreIdentity[1];
        ContentSummary summary = backup.inTx(Store.Purpose.READ, tx -> {
            StoreTransfer from = tx.transfer();
            after[0] = before.restoredFrom(tx.inspection().identity());
            return new Replacement(from, to, progress).run(after[0].epoch(), sink -> new RevisionRaise(after[0], sink));
        });
        record(name, before, after[0], summary);
        return new StoreRestore(
                to.location(),
                summary.rows(),
                after[0].epoch(),
                replaced == null ? null : replaced.path().toString());
    }

    private static void refuseUnconfirmed(StoreTransfer to, String confirmed) {
        if (to.file() == null) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "the store " + to.location() + " is not empty",
                    "restore into an empty database or schema");
        }
        if (!name(to.file()).equals(confirmed)) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    confirmed == null
                            ? "restoring replaces everything in the store " + to.location() + ": not confirmed"
                            : "'" + confirmed + "' is not the name of the store's file, so nothing was changed",
                    Advice.CONFIRM_RESTORE.of(name(to.file())));
        }
    }

    private Path keptFile(Path store) {
        return store.resolveSibling(name(store) + suffix(work.now()));
    }

    /** File name suffix of a store that is set aside. */
    public static String suffix(Instant now) {
        return ".replaced-" + now.toString().replaceAll("[-:.]", "");
    }

    private void record(String name, StoreIdentity before, StoreIdentity after, ContentSummary summary) {
        work.trail()
                .record(
                        Action.STORE_RESTORE,
                        Target.ofStore("store"),
                        new FieldChange.Collector()
                                .add("epoch", before.epoch(), after.epoch())
                                .add("backup", null, name)
                                .add("digest", null, summary.digest())
                                .changes());
    }
}
