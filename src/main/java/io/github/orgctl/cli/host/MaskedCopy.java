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
 * Copies a stream and masks all secrets. Data is forwarded immediately, except for a suffix that may be the beginning
 * of a secret, so secrets are found across chunk boundaries.
 */
final class MaskedCopy {
    private static final byte[] MASK = {'*', '*', '*'};
    private static final int PIECE = 8192;

    /** Shorter lines, such as a brace, would be found everywhere. */
    private static final int SHORTEST_LINE = 4;

    private final List<byte[]> secrets = new ArrayList<>();
    private final boolean[] begins = new boolean[256];
    private byte[] pending = {};

    /** End of the last masked secret in the pending output. */
    private int masked;

    /**
     * @param texts the secrets; empty ones are ignored, and those of several lines are also masked line by line
     */
    MaskedCopy(List<String> texts) {
        for (String text : texts) {
            add(text);
            for (String line : text.split("\\R")) {
                if (line.length() >= SHORTEST_LINE && line.length() < text.length()) {
                    add(line);
                }
            }
        }
        // If one secret is a prefix of another, the longer one takes precedence.
        secrets.sort(Comparator.comparingInt((byte[] secret) -> secret.length).reversed());
    }

    private void add(String text) {
        byte[] secret = text.getBytes(StandardCharsets.UTF_8);
        if (secret.length > 0) {
            secrets.add(secret);
            begins[secret[0] & 0xff] = true;
        }
    }

    /** Copies the stream to its end. */
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

    /** Writes everything that is certain and returns the rest. Overlapping secrets are masked as one. */
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

    /** Whether the data from here on is a proper prefix of a secret. */
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

    /** Length of the secret at this position, or 0. */
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
