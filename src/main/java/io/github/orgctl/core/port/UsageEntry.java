package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageKey;
import java.time.Instant;

/**
 * One record to be added.
 *
 * @param line where it stands in what is being imported; 0 for none
 * @param key what makes adding it twice count once within the environment, or null
 * @param late whether it comes too late to be added, so that all it can do is repeat the record that has its key
 */
public record UsageEntry(long line, UsageSeries series, Instant at, Quantity quantity, UsageKey key, boolean late) {}
