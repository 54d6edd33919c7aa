package io.github.orgctl.core.model.store;

/**
 * Result of restoring a store from a backup.
 *
 * @param store display name of the store
 * @param rows number of rows in all tables
 * @param epoch the store's new epoch
 * @param replaced path of the file with the previous content, or null if there was none
 */
public record StoreRestore(String store, long rows, long epoch, String replaced) {
    /** Returns a copy for previous content that was already moved to a file. */
    public StoreRestore replacing(String path) {
        return new StoreRestore(store, rows, epoch, path);
    }
}
