package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageKey;
import java.time.Instant;

/**
 * A usage record to be inserted.
 *
 * @param line line number in the import; 0 if there is none
 * @param key idempotency key within the environment, or null
 * @param late whether the record is too late to be inserted, so that it can only repeat an existing one with the same
 *     key
 */
public record UsageEntry(long line, UsageSeries series, Instant at, Quantity quantity, UsageKey key, boolean late) {}
