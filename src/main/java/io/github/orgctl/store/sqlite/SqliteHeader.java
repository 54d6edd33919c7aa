package io.github.orgctl.store.sqlite;

/** The header of a SQLite file. */
final class SqliteHeader {
    static final int BYTES = 100;

    /** SQLite application id of orgctl's stores: {@code orgc} in ASCII. */
    static final int APPLICATION_ID = 0x6f726763;

    private static final String MAGIC = "SQLite format 3\0";
    private static final int PAGE_SIZE = 16;
    private static final int WRITE_VERSION = 18;
    private static final int READ_VERSION = 19;
    private static final int WAL_VERSION = 2;
    private static final int CHANGE_COUNTER = 24;
    private static final int PAGES = 28;
    private static final int USER_VERSION = 60;
    private static final int APPLICATION = 68;
    private static final int PAGES_VALID_FOR = 92;

    private final byte[] bytes;

    /**
     * @param bytes the file's first {@link #BYTES} bytes, or fewer if it is shorter
     */
    SqliteHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    boolean isOurs() {
        if (bytes.length < BYTES || number(APPLICATION) != APPLICATION_ID) {
            return false;
        }
        for (int i = 0; i < MAGIC.length(); i++) {
            if (bytes[i] != MAGIC.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int userVersion() {
        return number(USER_VERSION);
    }

    /** Whether the file is in WAL mode. */
    boolean isWal() {
        return bytes[WRITE_VERSION] == WAL_VERSION && bytes[READ_VERSION] == WAL_VERSION;
    }

    /** File length recorded in the header, or 0 if it is not valid. */
    long fileLength() {
        int pageSize = (bytes[PAGE_SIZE] & 0xff) << 8 | bytes[PAGE_SIZE + 1] & 0xff;
        boolean known = number(CHANGE_COUNTER) == number(PAGES_VALID_FOR);
        return known ? (number(PAGES) & 0xffffffffL) * (pageSize == 1 ? 65536 : pageSize) : 0;
    }

    private int number(int offset) {
        return (bytes[offset] & 0xff) << 24
                | (bytes[offset + 1] & 0xff) << 16
                | (bytes[offset + 2] & 0xff) << 8
                | bytes[offset + 3] & 0xff;
    }
}
