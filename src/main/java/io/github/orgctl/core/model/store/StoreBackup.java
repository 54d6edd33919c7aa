package io.github.orgctl.core.model.store;

import java.util.Set;

/**
 * A backup of a store.
 *
 * @param file absolute path
 * @param bytes size in bytes
 * @param keys ids of the keys that its secrets are encrypted with
 */
public record StoreBackup(String file, long bytes, Set<Long> keys) {}
