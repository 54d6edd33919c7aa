package io.github.orgctl.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Checksum of a row's values, which detects accidental changes such as a flipped bit. It is no protection against
 * someone who may write to the store, who can compute it too.
 */
final class RowChecksum {
    /** The column that holds it, in each table that has one; null in rows written by earlier versions. */
    static final String COLUMN = "checksum";

    private static final int NOTHING = 0;
    private static final int NUMBER = 1;
    private static final int TEXT = 2;

    private final CRC32 sum = new CRC32();

    /**
     * Adds the next value.
     *
     * @param value a String, a number, or null
     */
    void add(Object value) {
        sum.update(value == null ? NOTHING : value instanceof String ? TEXT : NUMBER);
        if (value != null) {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            sum.update(bytes, 0, bytes.length);
        }
    }

    /** The checksum of the values so far: 0 or positive, less than 2^32. */
    long value() {
        return sum.getValue();
    }
}
