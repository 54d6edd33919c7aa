package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Mode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What an organization used of a metric on one day, in all its environments of one mode together. */
public record UsageDay(Metric metric, Mode mode, LocalDate day, BigDecimal quantity) {}
