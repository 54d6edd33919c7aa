package io.github.orgctl.core.model.access;

import java.time.Instant;

/**
 * Period of an active membership.
 *
 * @param mailbox normalized address
 * @param endedAt null while it lasts
 */
public record MemberPeriod(String mailbox, Instant beganAt, Instant endedAt) {}
