package io.github.orgctl.cli.dump;

import io.github.orgctl.core.model.value.Failure;
import java.util.Locale;

/** Format of a backup. */
public enum BackupFormat {
    /** Copy of a SQLite store, page by page. */
    SQLITE,
    /** Portable dump with a row per line. */
    NDJSON;

    /** @throws Failure USAGE if there is no such format */
    public static BackupFormat parse(String text) {
        for (BackupFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw Failure.usage("'" + text + "' is not a format of backups", "the formats are: sqlite, ndjson");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
