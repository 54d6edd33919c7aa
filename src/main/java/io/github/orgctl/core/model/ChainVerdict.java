package io.github.orgctl.core.model;

/**
 * What a check of one organization's audit trail found.
 *
 * @param organization its slug as the trail has it, or null where not even the first event fits
 * @param events how many fit, from the first on
 * @param head where the chain ends, as far as it fits, or null where not even the first event does
 * @param brokenAt the sequence of the first event that does not fit, or null where all do
 * @param problem what is wrong with that, or null
 */
public record ChainVerdict(
        Id organizationId, String organization, long events, String head, Long brokenAt, String problem) {
    public boolean ok() {
        return problem == null;
    }
}
