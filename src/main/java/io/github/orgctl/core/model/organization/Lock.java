package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Description;
import java.time.Instant;

/**
 * Prevents all changes of an environment.
 *
 * @param reason why it was locked
 * @param until expiry time, or null for a lock that must be released explicitly
 */
public record Lock(Description reason, Instant until) {}
