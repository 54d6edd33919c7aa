package io.github.orgctl.core.model;

/**
 * Where an organization's audit trail ends.
 *
 * @param sequence that of its last event
 * @param hash that of its last event
 */
public record AuditHead(Id organizationId, long sequence, String hash) {}
