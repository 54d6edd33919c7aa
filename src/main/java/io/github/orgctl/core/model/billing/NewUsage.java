package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import java.time.Instant;

/**
 * Usage that is to be recorded.
 *
 * @param at when it was used; null for now, or for the end of the month that it corrects
 * @param key what makes recording it twice count once, or null
 * @param corrects the closed month that it corrects in the present one; null where its own month takes it
 */
public record NewUsage(Id environmentId, Metric metric, Quantity quantity, Instant at, UsageKey key, Period corrects) {}
