package io.github.orgctl.store.postgres;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Wraps private keys in older formats into PKCS #8, the only format that Java reads. */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;
    /** Parameters of an elliptic-curve key: its curve. */
    private static final int PARAMETERS = 0xa0;

    private static final byte[] VERSION = {INTEGER, 1, 0};
    private static final byte[] RSA = {0x06, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1};
    private static final byte[] NULL = {0x05, 0};
    private static final byte[] ELLIPTIC_VERSION = {INTEGER, 1, 1};
    private static final byte[] ELLIPTIC = {0x06, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private Der() {}

    static byte[] rsaKey(byte[] key) {
        return privateKey(RSA, NULL, key);
    }

    /** Returns null if the key does not name its curve. */
    static byte[] ellipticKey(byte[] key) {
        byte[] curve = element(key, PARAMETERS);
        byte[] number = element(key, OCTETS);
        return curve == null || number == null
                ? null
                // When the algorithm identifier names the curve, Java rejects a key that names it again.
                : privateKey(ELLIPTIC, curve, wrapped(SEQUENCE, ELLIPTIC_VERSION, wrapped(OCTETS, number)));
    }

    private static byte[] privateKey(byte[] algorithm, byte[] parameters, byte[] key) {
        return wrapped(SEQUENCE, VERSION, wrapped(SEQUENCE, algorithm, parameters), wrapped(OCTETS, key));
    }

    private static byte[] wrapped(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (length < 0x80) {
            whole.write(length);
        } else {
            whole.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    /** Content of the first element with a tag in a sequence, or null. */
    private static byte[] element(byte[] sequence, int tag) {
        int at = contentOf(sequence, 0);
        while (at > 0 && at + 1 < sequence.length) {
            int from = contentOf(sequence, at);
            int to = from + lengthOf(sequence, at);
            if (from < 0 || to < from || to > sequence.length) {
                return null;
            }
            if ((sequence[at] & 0xff) == tag) {
                return Arrays.copyOfRange(sequence, from, to);
            }
            at = to;
        }
        return null;
    }

    /** Offset of an element's content, or -1 if its length is malformed. */
    private static int contentOf(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int first = bytes[at + 1] & 0xff;
        int from = at + 2 + (first < 0x80 ? 0 : first & 0x7f);
        return first > 0x82 || from > bytes.length ? -1 : from;
    }

    private static int lengthOf(byte[] bytes, int at) {
        int length = bytes[at + 1] & 0xff;
        if (length < 0x80) {
            return length;
        }
        int value = 0;
        for (int i = at + 2; i < contentOf(bytes, at); i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }
}
