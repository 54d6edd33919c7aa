package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Metric;

/** The series in which the usage records of an environment's metric are added up for one organization. */
public record UsageSeries(long number, long environment, Metric metric) {}
