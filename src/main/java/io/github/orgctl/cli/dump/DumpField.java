package io.github.orgctl.cli.dump;

/** Names of JSON members in a dump. */
final class DumpField {
    static final String FORMAT = "orgctlDump";
    static final String SCHEMA_VERSION = "schemaVersion";
    static final String STORE = "store";
    static final String EPOCH = "epoch";
    static final String KEYS = "keys";
    static final String CREATED_AT = "createdAt";
    static final String TABLE = "table";
    static final String COLUMNS = "columns";
    static final String COUNTS = "counts";
    static final String SHA256 = "sha256";

    /** The format version that is written, and the newest that can be read. */
    static final int FORMAT_VERSION = 1;

    /** The beginning of every dump. */
    static final String BEGINNING = "{\"" + FORMAT + "\":";

    private DumpField() {}
}
