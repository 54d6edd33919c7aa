package io.github.orgctl.core.model.audit;

/**
 * An audit event as it stands in the trail.
 *
 * @param hash SHA-256 of its canonical text, in hex
 */
public record RecordedEvent(AuditEvent event, String hash) {
    /** What no other event is called: the organization's id, a slash and the sequence. */
    public String name() {
        return event.target().organizationId() + "/" + event.sequence();
    }
}
