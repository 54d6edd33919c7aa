package io.github.orgctl.core.port;

import java.nio.file.Path;

/** Exports or replaces the whole content of a store. */
public interface StoreTransfer {
    /** Display name of the store, without its password. */
    String location();

    /** The store's file, or null if it is not a file. */
    Path file();

    /** Whether the store exists. */
    boolean exists();

    /** Number of the newest applied migration. */
    int schemaVersion();

    /** Number of rows in all tables. */
    long rows();

    /** Whether the store contains only its initial content. */
    boolean isUntouched();

    /**
     * The content of the store. Reading it fails with DAMAGED, naming every affected row, if a value can't be stored in
     * all databases: text that is not UTF-8 or contains NUL, or a type other than its column's.
     */
    StoreContent content();

    /**
     * Replaces all content except the store's id, and updates the database's planner statistics.
     *
     * @param epoch the store's new epoch
     * @throws io.github.orgctl.core.model.value.Failure DAMAGED if the content does not match the tables
     */
    void replaceWith(StoreContent other, long epoch);
}
