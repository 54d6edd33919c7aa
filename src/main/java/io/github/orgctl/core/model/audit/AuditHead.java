package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;

/**
 * Head of an organization's audit log.
 *
 * @param sequence sequence number of its last event
 * @param hash hash of its last event
 */
public record AuditHead(Id organizationId, long sequence, String hash) {
    private static final String HASH = "{\"head\":{\"hash\":\"";
    private static final String ID = "\",\"organizationId\":\"";
    private static final String SEQUENCE = "\",\"sequence\":";
    private static final String END = "}}";

    /** The head as a line of an export. */
    public String line() {
        return HASH + hash + ID + organizationId + SEQUENCE + sequence + END;
    }

    /**
     * Parses a line of an export.
     *
     * @return null unless it has exactly the format of {@link #line}
     */
    public static AuditHead parse(String line) {
        int id = line.indexOf(ID) + ID.length();
        int sequence = line.indexOf(SEQUENCE, id) + SEQUENCE.length();
        try {
            AuditHead head = new AuditHead(
                    new Id(line.substring(id, sequence - SEQUENCE.length())),
                    Long.parseLong(line.substring(sequence, line.length() - END.length())),
                    line.substring(HASH.length(), id - ID.length()));
            return head.sequence > 0 && head.line().equals(line) ? head : null;
        } catch (Failure | IndexOutOfBoundsException | NumberFormatException malformed) {
            return null;
        }
    }
}
