package io.github.orgctl.core.port;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.store.StoreInfo;
import java.util.List;

/** Examines the store itself rather than the resources in it. */
public interface StoreInspection {
    StoreInfo info();

    /** The store's identity, or null if it does not exist. */
    StoreIdentity identity();

    /** Runs all consistency checks; reads the whole store. */
    List<Finding> check();

    /** Runs the database's own integrity checks. */
    List<Finding> checkIntegrity();

    /** Runs the checks of the content, without those of the location. */
    List<Finding> checkContent();

    /**
     * Copies a snapshot of the store to a file and checks the copy.
     *
     * @return size of the file in bytes
     * @throws io.github.orgctl.core.model.value.Failure NOT_FOUND if the store does not exist; USAGE if this kind of
     *     store is not a file, or the target is the store itself; DAMAGED if the store, and therefore the copy, is
     *     damaged; IO and REFUSED as for {@link BackupFile#write}
     */
    long backup(BackupFile file);
}
