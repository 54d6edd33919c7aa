package io.github.orgctl.core.model.store;

/**
 * A copy of a store.
 *
 * @param file its absolute path
 * @param bytes its size
 */
public record StoreBackup(String file, long bytes) {}
