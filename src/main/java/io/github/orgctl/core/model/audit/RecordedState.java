package io.github.orgctl.core.model.audit;

/**
 * The content of an environment compared with what its latest revision recorded. All texts are as stored, so that
 * tampering can be reported.
 *
 * @param reference environment as named in commands
 * @param revision revision of the environment
 * @param digest digest of the current content
 * @param recorded digest recorded with the latest revision; null for revisions older than digests
 * @param eventOrganizationId organization whose audit log has the revision's event, or null if unknown
 * @param eventSequence sequence number of that event
 */
public record RecordedState(
        String projectId,
        String mode,
        String reference,
        long revision,
        String digest,
        String recorded,
        String eventOrganizationId,
        long eventSequence) {
    /** Returns a copy whose content has another digest. */
    public RecordedState holding(String other) {
        return new RecordedState(
                projectId, mode, reference, revision, other, recorded, eventOrganizationId, eventSequence);
    }

    /** Whether the content matches the recorded digest, or none was recorded. */
    public boolean isAsRecorded() {
        return recorded == null || recorded.equals(digest);
    }
}
