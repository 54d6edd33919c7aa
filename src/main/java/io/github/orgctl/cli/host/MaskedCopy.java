package io.github.orgctl.cli.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Copies a stream with every secret replaced. What comes is handed on at once, but for an end that a secret may begin
 * with: that waits for what follows, so that a secret is found however it is cut into pieces.
 */
final class MaskedCopy {
    private static final byte[] MASK = {'*', '*', '*'};
    private static final int PIECE = 8192;

    private final List<byte[]> secrets = new ArrayList<>();
    private final boolean[] begins = new boolean[256];
    private byte[] pending = {};

    /** End of the last masked secret in the pending output. */
    private int masked;

    /** @param texts the secrets; empty ones are nothing to look for */
    MaskedCopy(List<String> texts) {
        for (String text : texts) {
            byte[] secret = text.getBytes(StandardCharsets.UTF_8);
            if (secret.length > 0) {
                secrets.add(secret);
                begins[secret[0] & 0xff] = true;
            }
        }
        // Where one secret begins another, the longer one is to go.
        secrets.sort(Comparator.comparingInt((byte[] secret) -> secret.length).reversed());
    }

    /** Copies to the end. */
    void copy(InputStream from, OutputStream to) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
            int held = pending.length;
            pending = Arrays.copyOf(pending, held + count);
            System.arraycopy(piece, 0, pending, held, count);
            pending = handOn(to, false);
        }
        handOn(to, true);
    }

    /** Writes what is certain and returns the rest. Secrets that overlap become one. */
    private byte[] handOn(OutputStream to, boolean atEnd) throws IOException {
        int at = 0;
        while (at < pending.length && (atEnd || !maySecretGoOn(at))) {
            int length = secretAt(at);
            if (length > 0) {
                if (at >= masked) {
                    to.write(pending, masked, at - masked);
                    to.write(MASK);
                }
                masked = Math.max(masked, at + length);
            }
            at++;
        }
        if (at > masked) {
            to.write(pending, masked, at - masked);
        }
        masked = Math.max(0, masked - at);
        to.flush();
        return Arrays.copyOfRange(pending, at, pending.length);
    }

    /** Whether everything from here on is the beginning of a secret that is longer. */
    private boolean maySecretGoOn(int at) {
        if (!begins[pending[at] & 0xff]) {
            return false;
        }
        int left = pending.length - at;
        for (byte[] secret : secrets) {
            if (secret.length > left && Arrays.equals(secret, 0, left, pending, at, pending.length)) {
                return true;
            }
        }
        return false;
    }

    /** The length of the secret that stands here, or 0. */
    private int secretAt(int at) {
        if (!begins[pending[at] & 0xff]) {
            return 0;
        }
        for (byte[] secret : secrets) {
            int end = at + secret.length;
            if (end <= pending.length && Arrays.equals(secret, 0, secret.length, pending, at, end)) {
                return secret.length;
            }
        }
        return 0;
    }
}
