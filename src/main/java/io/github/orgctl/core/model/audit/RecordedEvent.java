package io.github.orgctl.core.model.audit;

/**
 * An audit event with its hash.
 *
 * @param hash SHA-256 of its canonical text, in hex
 */
public record RecordedEvent(AuditEvent event, String hash) {
    /** Unique name: the organization id, a slash and the sequence number. */
    public String name() {
        return event.target().organizationId() + "/" + event.sequence();
    }
}
