package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.math.BigDecimal;

/**
 * Usage of a metric in an environment within a month.
 *
 * @param environment what the organization calls it, or called it last: {@code acme/website:live}
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
