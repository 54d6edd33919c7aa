package io.github.orgctl.core.model;

import java.math.BigDecimal;

/**
 * What was used of a metric in an environment within a month.
 *
 * @param environment what it was called when usage was first recorded for it
 * @param records how many records make up the quantity
 */
public record UsageSum(
        Slug organization,
        String environment,
        Id environmentId,
        Mode mode,
        Metric metric,
        BigDecimal quantity,
        long records) {}
