package io.github.orgctl.core.model.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex, of texts in UTF-8 or of what comes in parts. */
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

    /** The same for one text after another, without a new digest for each. */
    public String next(String text) {
        if (!Text.isWhole(text)) {
            throw new IllegalArgumentException("half a character has no UTF-8");
        }
        return next(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param text in UTF-8
     */
    public String next(byte[] text) {
        add(text);
        return end();
    }

    /** Adds a part of what {@link #end} tells the sum of. */
    public void add(byte[] part) {
        digest.update(part);
    }

    /** The sum of all parts since the last end. */
    public String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
