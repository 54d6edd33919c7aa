package io.github.orgctl.core.model.audit;

/**
 * What an environment holds, beside what its last revision recorded of that. All texts are as they are kept, so that a
 * store in which somebody has edited them can be told about.
 *
 * @param reference how commands name the environment
 * @param revision the environment's
 * @param digest that of what it holds now
 * @param recorded the digest that stands with its last revision; null where that was made before there were digests
 * @param eventOrganizationId in whose audit log that revision's event is; null where none is known
 * @param eventSequence the event's place there
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
    /** The same, holding what has this digest. */
    public RecordedState holding(String other) {
        return new RecordedState(
                projectId, mode, reference, revision, other, recorded, eventOrganizationId, eventSequence);
    }

    /** Whether it holds what was recorded, as far as anything was. */
    public boolean isAsRecorded() {
        return recorded == null || recorded.equals(digest);
    }
}
