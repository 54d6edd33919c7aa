package io.github.orgctl.core.model.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An audit event as it is kept, before anybody has looked whether it is one. */
public final class StoredEvent {
    private static final String START = "{\"event\":";
    private static final byte[] EVENT = START.getBytes(StandardCharsets.UTF_8);
    private static final byte[] HASH = ",\"hash\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.UTF_8);

    private final long sequence;
    private final byte[] text;
    private final String hash;

    /**
     * @param sequence its place in the chain
     * @param text in UTF-8, not to be changed any more; canonical unless somebody changed it
     * @param hash of the text, unless somebody changed either
     */
    public StoredEvent(long sequence, byte[] text, String hash) {
        this.sequence = sequence;
        this.text = text;
        this.hash = hash;
    }

    public long sequence() {
        return sequence;
    }

    /** Not to be changed. */
    public byte[] text() {
        return text;
    }

    public String hash() {
        return hash;
    }

    /** Whether that line of an export is about an event. */
    public static boolean isLine(String line) {
        return line.startsWith(START);
    }

    /** Its line in an export, in UTF-8. */
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
