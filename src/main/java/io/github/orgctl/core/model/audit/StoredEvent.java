package io.github.orgctl.core.model.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An audit event as stored, not yet validated. */
public final class StoredEvent {
    private static final String START = "{\"event\":";
    private static final byte[] EVENT = START.getBytes(StandardCharsets.UTF_8);
    private static final byte[] HASH = ",\"hash\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.UTF_8);

    private final long sequence;
    private final byte[] text;
    private final String hash;

    /**
     * @param sequence sequence number in the chain
     * @param text UTF-8, must not be modified; canonical unless tampered with
     * @param hash hash of the text, unless tampered with
     */
    public StoredEvent(long sequence, byte[] text, String hash) {
        this.sequence = sequence;
        this.text = text;
        this.hash = hash;
    }

    public long sequence() {
        return sequence;
    }

    /** Must not be modified. */
    public byte[] text() {
        return text;
    }

    public String hash() {
        return hash;
    }

    /** Whether a line of an export is an event. */
    public static boolean isLine(String line) {
        return line.startsWith(START);
    }

    /** The event as a line of an export, in UTF-8. */
    public byte[] line() {
        byte[] kept = hash.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(EVENT.length + text.length + HASH.length + kept.length + END.length)
                .put(EVENT)
                .put(text)
                .put(HASH)
                .put(kept)
                .put(END)
                .array();
    }
}
