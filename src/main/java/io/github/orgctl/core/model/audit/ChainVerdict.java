package io.github.orgctl.core.model.audit;

/**
 * Result of verifying one organization's audit log.
 *
 * @param organizationId as the trail is kept under it, which somebody may have changed to what is no id
 * @param organization its slug as the trail has it, or null where not even the first event fits
 * @param events how many fit, from the first on
 * @param head where the chain ends, as far as it fits, or null where not even the first event does
 * @param keptHead the sequence of the latest head that it was compared with, or null where there was none
 * @param brokenAt the sequence of the first event that does not fit, or null where all do
 * @param problem what is wrong with that, or null
 */
public record ChainVerdict(
        String organizationId,
        String organization,
        long events,
        String head,
        Long keptHead,
        Long brokenAt,
        String problem) {
    /** That of events that are of no organization at all. */
    public static ChainVerdict stray(String organizationId) {
        return new ChainVerdict(
                organizationId, null, 0, null, null, null, "it holds events of what is no organization's id");
    }

    /**
     * The same chain, of which something else is not what it says.
     *
     * @param sequence of the event that says so, or null where it is in another chain
     */
    public ChainVerdict broken(Long sequence, String what) {
        return new ChainVerdict(organizationId, organization, events, head, keptHead, sequence, what);
    }

    public boolean ok() {
        return problem == null;
    }
}
