package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Mode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Usage of a metric by an organization on one day, summed over its environments of one mode. */
public record UsageDay(Metric metric, Mode mode, LocalDate day, BigDecimal quantity) {}
