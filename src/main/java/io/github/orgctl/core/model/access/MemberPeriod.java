package io.github.orgctl.core.model.access;

import java.time.Instant;

/**
 * When somebody was an active member of an organization.
 *
 * @param mailbox what addresses are compared by
 * @param endedAt null while it lasts
 */
public record MemberPeriod(String mailbox, Instant beganAt, Instant endedAt) {}
