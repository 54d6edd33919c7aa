package io.github.orgctl.core.model.store;

import java.time.Instant;
import java.util.Set;

/**
 * Header of a portable dump.
 *
 * @param schemaVersion number of the store's newest applied migration
 * @param keys ids of the keys that its secrets are encrypted with
 */
public record DumpHeader(int schemaVersion, StoreIdentity store, Set<Long> keys, Instant createdAt) {}
