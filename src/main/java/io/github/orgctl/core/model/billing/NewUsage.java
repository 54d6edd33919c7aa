package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import java.time.Instant;

/**
 * Usage that is to be recorded.
 *
 * @param environment by an ID, or by a project with a mode
 * @param at when it was used; null for now, or for the end of the month that it corrects
 * @param key what makes recording it twice count once, or null
 * @param corrects the closed month that it corrects in the present one; null where its own month takes it
 */
public record NewUsage(
        EnvironmentReference environment, Metric metric, Quantity quantity, Instant at, UsageKey key, Period corrects) {
    public NewUsage(Id environment, Metric metric, Quantity quantity, Instant at, UsageKey key, Period corrects) {
        this(new EnvironmentReference.ById(environment, null), metric, quantity, at, key, corrects);
    }
}
