package io.github.orgctl.core.model.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 hashes in lower-case hex. */
public final class Sha256 {
    private final MessageDigest digest = digest();

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public static String of(String text) {
        return new Sha256().next(text);
    }

    /** Hashes UTF-8 text, reusing the digest for a series of texts. */
    public String next(String text) {
        if (!Text.isWhole(text)) {
            throw new IllegalArgumentException("half a character has no UTF-8");
        }
        return next(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param text UTF-8
     */
    public String next(byte[] text) {
        add(text);
        return end();
    }

    /** Adds a part to the hash that {@link #end} returns. */
    public void add(byte[] part) {
        digest.update(part);
    }

    /** Returns the hash of all parts since the last call, and resets. */
    public String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
