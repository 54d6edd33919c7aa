package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Id;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * An encrypted value with what it is bound to.
 *
 * @param version of the secret
 * @param text what the vault made of the value
 */
public record SealedSecret(Id environmentId, Key key, long version, String text) {
    /** What stands before a text that is bound to its version, too. It is no character of Base64. */
    public static final String VERSIONED = "2:";

    private static final int KEY_CHARACTERS = 8;

    /** How many characters such a text begins with that tell which key it was encrypted with. */
    public static final int BEGINNING = VERSIONED.length() + KEY_CHARACTERS;

    /**
     * The id of the key that something was encrypted with: four bytes behind one that tells the kind of encryption.
     *
     * @param text the beginning of what the vault made of it, or all
     * @return -1 where it is no such text
     */
    public static long keyId(String text) {
        int start = text.startsWith(VERSIONED) ? VERSIONED.length() : 0;
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(text.substring(start, Math.min(start + KEY_CHARACTERS, text.length())));
            return bytes.length < 5 ? -1 : ByteBuffer.wrap(bytes, 1, 4).getInt() & 0xffffffffL;
        } catch (IllegalArgumentException notEncoded) {
            return -1;
        }
    }
}
