package io.github.orgctl.core.organization;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreBackup;
import io.github.orgctl.core.model.store.StoreInfo;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.Tx;
import java.util.List;

/** Looks at the store as a whole, which is for the local operator: it tells of all organizations. */
public final class StoreService {
    private final Tx tx;
    private final Access access;

    public StoreService(UnitOfWork work) {
        this.tx = work.tx();
        this.access = work.access();
    }

    public StoreInfo info() {
        access.require(Action.STORE_INFO);
        return tx.inspection().info();
    }

    /** Every check of the store's soundness with its outcome; reads the whole store. */
    public List<Finding> check() {
        access.require(Action.STORE_CHECK);
        return tx.inspection().check();
    }

    /**
     * Copies the whole store, also what is in the trash, to a file.
     *
     * @throws Failure as {@link io.github.orgctl.core.port.StoreInspection#backup}
     */
    public StoreBackup backup(BackupFile file) {
        access.require(Action.STORE_BACKUP);
        return new StoreBackup(file.path().toString(), tx.inspection().backup(file));
    }
}
