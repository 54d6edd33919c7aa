package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import java.time.Instant;

/**
 * Usage to be recorded.
 *
 * @param environment an ID, or a project with a mode
 * @param at time of the usage; null for now, or for the end of the corrected month
 * @param key idempotency key, or null
 * @param corrects closed month that it corrects, billed in the current month; null for usage billed in its own month
 */
public record NewUsage(
        EnvironmentReference environment, Metric metric, Quantity quantity, Instant at, UsageKey key, Period corrects) {
    public NewUsage(Id environment, Metric metric, Quantity quantity, Instant at, UsageKey key, Period corrects) {
        this(new EnvironmentReference.ById(environment, null), metric, quantity, at, key, corrects);
    }
}
