package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Description;
import java.time.Instant;

/**
 * Refuses every write to an environment while it holds.
 *
 * @param reason why it was locked
 * @param until when the lock ends by itself, or null for a lock that ends only when it is lifted
 */
public record Lock(Description reason, Instant until) {}
