package io.github.orgctl.core.transfer;

import io.github.orgctl.core.audit.ChainVerifier;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.store.DumpHeader;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreBackup;
import io.github.orgctl.core.model.store.StoreInfo;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.DumpWriter;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.StoreTransfer;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.Vault;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations on the store as a whole. They are reserved for the local operator, because they cover all organizations.
 */
public final class StoreService {
    private final Tx tx;
    private final Access access;
    private final Instant now;
    private final Vault vault;

    /**
     * @param vault vault of the store's secrets
     */
    public StoreService(UnitOfWork work, Vault vault) {
        this.vault = vault;
        this.tx = work.tx();
        this.access = work.access();
        this.now = work.now();
    }

    public StoreInfo info() {
        access.require(Action.STORE_INFO);
        return tx.inspection().info();
    }

    /** Runs all consistency checks; reads the whole store. */
    public List<Finding> check() {
        access.require(Action.STORE_CHECK);
        List<Finding> findings = new ArrayList<>(tx.inspection().check());
        findings.add(auditLogs());
        findings.add(secrets());
        return findings;
    }

    private Finding auditLogs() {
        List<ChainVerdict> broken = new ChainVerifier(tx).broken();
        if (broken.isEmpty()) {
            return new Finding("audit logs", true, "no broken audit log");
        }
        ChainVerdict first = broken.get(0);
        return new Finding(
                "audit logs",
                false,
                Count.of(broken.size(), "broken audit log") + ", the first is that of the organization "
                        + first.organizationId() + ": " + first.problem() + "; restore a backup");
    }

    /** Checks that the configured keyset decrypts all secrets. */
    private Finding secrets() {
        long closed = 0;
        String first = null;
        for (SealedSecret secret : tx.secrets().allSealed()) {
            try {
                vault.open(secret);
            } catch (Failure undecryptable) {
                closed++;
                first = first == null ? undecryptable.getMessage() : first;
            }
        }
        return closed == 0
                ? new Finding("secrets", true, "no secret that can't be decrypted")
                : new Finding(
                        "secrets",
                        false,
                        Count.of(closed, "secret") + " that can't be decrypted, the first because " + first
                                + "; name the right keyset with" + " ORGCTL_KEYSET, or restore it");
    }

    /**
     * Copies the whole store, including the trash, to a file.
     *
     * @throws Failure as {@link io.github.orgctl.core.port.StoreInspection#backup}
     */
    public StoreBackup backup(BackupFile file) {
        access.require(Action.STORE_BACKUP);
        long bytes = tx.inspection().backup(file);
        return new StoreBackup(file.path().toString(), bytes, tx.secrets().encryptionKeys());
    }

    /**
     * Dumps the whole store, including the trash, in a format that can be restored to any database.
     *
     * @throws Failure as {@link #dump()}; REFUSED as {@link DumpWriter#refuseOtherFile}
     */
    public StoreBackup dump(BackupFile file, DumpWriter writer, Progress progress) {
        StoreDump dump = dump();
        writer.refuseOtherFile(file.path());
        long bytes = file.write(draft -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                dump.writeTo(out, writer, progress);
            }
        });
        return new StoreBackup(file.path().toString(), bytes, dump.header().keys());
    }

    /**
     * A dump of the whole store, which is read while it is written.
     *
     * @throws Failure NOT_FOUND if there is no store
     */
    public StoreDump dump() {
        access.require(Action.STORE_BACKUP);
        StoreTransfer store = tx.transfer();
        if (!store.exists()) {
            throw new Failure(Failure.Kind.NOT_FOUND, "there is no store at " + store.location());
        }
        return new StoreDump(
                new DumpHeader(
                        store.schemaVersion(),
                        tx.inspection().identity(),
                        tx.secrets().encryptionKeys(),
                        now),
                store);
    }

    /** Whether the store is in a file. */
    public boolean isFile() {
        return tx.transfer().file() != null;
    }
}
