package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;

/**
 * An immutable usage record.
 *
 * @param number increases in the order of recording
 * @param organization slug of the organization that owned the project at that time
 * @param environment the environment's current or last name in that organization: {@code acme/website:live}
 * @param at to the millisecond
 * @param billed month in which it is billed as a correction, because its own was closed; null for its own month
 * @param key idempotency key, or null
 */
public record UsageRecord(
        long number,
        Slug organization,
        String environment,
        Id environmentId,
        Mode mode,
        Metric metric,
        Quantity quantity,
        Instant at,
        Period billed,
        String key) {}
