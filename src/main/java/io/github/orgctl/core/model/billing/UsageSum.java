package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.math.BigDecimal;

/**
 * Usage of a metric in an environment within a month.
 *
 * @param environment the environment's current or last name in the organization: {@code acme/website:live}
 * @param records number of records that make up the quantity
 */
public record UsageSum(
        Slug organization,
        String environment,
        Id environmentId,
        Mode mode,
        Metric metric,
        BigDecimal quantity,
        long records) {}
