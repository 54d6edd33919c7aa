package io.github.orgctl.core.model;

/**
 * Where an organization's audit trail ends.
 *
 * @param sequence that of its last event
 * @param hash that of its last event
 */
public record AuditHead(Id organizationId, long sequence, String hash) {
    private static final String HASH = "{\"head\":{\"hash\":\"";
    private static final String ID = "\",\"organizationId\":\"";
    private static final String SEQUENCE = "\",\"sequence\":";
    private static final String END = "}}";

    /** Its line in an export. */
    public String line() {
        return HASH + hash + ID + organizationId + SEQUENCE + sequence + END;
    }

    /**
     * Reads a line of an export.
     *
     * @return null when the line is about no head
     * @throws Failure USAGE when it is not as {@link #line} writes it
     */
    public static AuditHead parse(String line) {
        if (!line.startsWith("{\"head\":")) {
            return null;
        }
        int id = line.indexOf(ID) + ID.length();
        int sequence = line.indexOf(SEQUENCE, id) + SEQUENCE.length();
        try {
            AuditHead head = new AuditHead(
                    new Id(line.substring(id, sequence - SEQUENCE.length())),
                    Long.parseLong(line.substring(sequence, line.length() - END.length())),
                    line.substring(HASH.length(), id - ID.length()));
            if (head.line().equals(line)) {
                return head;
            }
        } catch (Failure | IndexOutOfBoundsException | NumberFormatException malformed) {
            // Told below, together with what is only written in another way.
        }
        throw Failure.usage("this is not a head as 'orgctl audit export' writes it: " + line, null);
    }
}
