package io.github.orgctl.core.port;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.store.StoreInfo;
import java.util.List;

/** Looks at the store itself rather than at what is in it. */
public interface StoreInspection {
    StoreInfo info();

    /** Every check of the store's soundness with its outcome; reads the whole store. */
    List<Finding> check();

    /**
     * Copies the store as this transaction sees it to a file, and checks the copy.
     *
     * @return the size of the file in bytes
     * @throws io.github.orgctl.core.model.value.Failure NOT_FOUND when there is no store yet; USAGE when this kind of store
     *     is not in a file, or the file is the store's own; DAMAGED when the store, and so its copy, is damaged; IO and
     *     REFUSED as {@link BackupFile#write}
     */
    long backup(BackupFile file);
}
