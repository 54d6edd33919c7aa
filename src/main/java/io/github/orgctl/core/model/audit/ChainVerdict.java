package io.github.orgctl.core.model.audit;

/**
 * Result of verifying one organization's audit log.
 *
 * @param organizationId organization id as stored; not a valid id if it was tampered with
 * @param organization slug recorded in the log, or null if not even the first event is valid
 * @param events number of valid events from the start
 * @param head last valid event, or null if not even the first one is valid
 * @param keptHead sequence number of the latest exported head that was compared, or null
 * @param brokenAt sequence number of the first invalid event, or null if all are valid
 * @param problem description of the problem, or null
 */
public record ChainVerdict(
        String organizationId,
        String organization,
        long events,
        String head,
        Long keptHead,
        Long brokenAt,
        String problem) {
    /** Verdict on events with an invalid organization id. */
    public static ChainVerdict stray(String organizationId) {
        return new ChainVerdict(
                organizationId, null, 0, null, null, null, "it contains events with an invalid organization ID");
    }

    /**
     * Returns the verdict as broken because the recorded state differs from the actual one.
     *
     * @param sequence sequence number of the event that recorded the state, or null if it is in another chain
     */
    public ChainVerdict broken(Long sequence, String what) {
        return new ChainVerdict(organizationId, organization, events, head, keptHead, sequence, what);
    }

    public boolean ok() {
        return problem == null;
    }
}
