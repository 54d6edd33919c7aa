package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.value.Failure;

/**
 * Reference to an audit event: {@code SEQUENCE} in the current organization, or {@code ORG/SEQUENCE}.
 *
 * @param organization the named organization, or null for the current one
 * @param sequence at least 1
 */
public record EventReference(OrganizationReference organization, long sequence) {
    /**
     * @throws Failure USAGE if the text has neither format
     */
    public static EventReference parse(String text) {
        int slash = text.indexOf('/');
        OrganizationReference organization = slash < 0 ? null : OrganizationReference.parse(text.substring(0, slash));
        try {
            long sequence = Long.parseLong(text.substring(slash + 1));
            if (sequence >= 1) {
                return new EventReference(organization, sequence);
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, together with numbers that are too small.
        }
        throw Failure.usage(
                "'" + text + "' is not a reference to an audit event", "use SEQUENCE or ORG/SEQUENCE, for example 42");
    }

    @Override
    public String toString() {
        return organization == null ? Long.toString(sequence) : organization + "/" + sequence;
    }
}
