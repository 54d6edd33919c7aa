package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A bearer credential: an API token or an invitation token. It has a prefix that secret scanners recognize and ends in
 * a checksum, which tells a typing error from an unknown credential. Must never be logged or stored; see {@link #hash}.
 */
public final class Credential {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 43;
    private static final int CHECKSUM = 6;

    /** Purpose of a credential. */
    public enum Kind {
        TOKEN("orgctl_", "API token"),
        INVITATION("orginvite_", "invitation");

        private final String prefix;
        private final String noun;

        Kind(String prefix, String noun) {
            this.prefix = prefix;
            this.noun = noun;
        }
    }

    private final String text;

    private Credential(String text) {
        this.text = text;
    }

    /**
     * Creates a credential from random bytes.
     *
     * @param random 32 bytes from a secure random source
     */
    public static Credential of(Kind kind, byte[] random) {
        StringBuilder text = new StringBuilder(kind.prefix);
        BigInteger number = new BigInteger(1, random);
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        for (int i = 0; i < RANDOM; i++) {
            text.append(DIGITS.charAt(number.mod(base).intValue()));
            number = number.divide(base);
        }
        return new Credential(text.append(checksum(text.toString())).toString());
    }

    /**
     * @throws Failure USAGE if the text is not a credential of this kind; the message never contains it
     */
    public static Credential parse(Kind kind, String text) {
        int body = kind.prefix.length() + RANDOM;
        boolean shaped = text.startsWith(kind.prefix) && text.length() == body + CHECKSUM;
        if (!shaped || !text.endsWith(checksum(text.substring(0, body)))) {
            throw Failure.usage(
                    "this is not an " + kind.noun + ", which starts with " + kind.prefix + " and ends with a checksum",
                    "copy it again, completely");
        }
        return new Credential(text);
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        StringBuilder digits = new StringBuilder();
        long rest = sum.getValue();
        for (int i = 0; i < CHECKSUM; i++) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.toString();
    }

    /** The text, to be shown once. */
    public String reveal() {
        return text;
    }

    /** The hash to be stored. */
    public String hash() {
        return Sha256.of(text);
    }

    /** Its last characters, which are the checksum and reveal nothing. */
    public String ending() {
        return text.substring(text.length() - CHECKSUM);
    }

    @Override
    public String toString() {
        return "…" + ending();
    }
}
