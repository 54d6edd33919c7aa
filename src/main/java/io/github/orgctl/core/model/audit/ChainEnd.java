package io.github.orgctl.core.model.audit;

import java.time.Instant;

/**
 * End of an organization's audit log, where the next event is appended.
 *
 * @param at time of the last event
 */
public record ChainEnd(AuditHead head, Instant at) {}
