package io.github.orgctl.core.model.audit;

import java.time.Instant;

/**
 * The end of an organization's audit log, to which the next event is added.
 *
 * @param at the time of the last event
 */
public record ChainEnd(AuditHead head, Instant at) {}
