package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;

/**
 * Usage as it was recorded, once and for all.
 *
 * @param number rises in the order of recording
 * @param organization the slug of the one that owned the project at that time
 * @param environment what that organization calls it, or called it last: {@code acme/website:live}
 * @param at to the millisecond
 * @param billed the month that it is billed in as a correction, because its own was closed; null for its own
 * @param key what makes recording it twice count once, or null
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
