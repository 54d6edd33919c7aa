package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Migrations;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A SQLite store in a private temporary directory that is deleted on close. */
public final class ScratchStore implements AutoCloseable {
    private static final long WAIT_MILLIS = 5000;
    private static final String[] SIDECARS = {"", "-wal", "-shm", "-journal"};

    private final File file;
    private final String shown;

    private ScratchStore(File file, String shown) {
        this.file = file;
        this.shown = shown;
    }

    /**
     * Creates the directory for a store that does not exist yet.
     *
     * @param shown name of the store in error messages
     */
    public static ScratchStore empty(String shown) {
        try {
            return new ScratchStore(
                    Files.createTempDirectory("orgctl-").resolve("store.db").toFile(), shown);
        } catch (IOException unwritable) {
            throw new Failure(
                    Failure.Kind.IO, "can't create a temporary folder: " + unwritable.getMessage(), unwritable);
        }
    }

    /**
     * Copies a store file and its write-ahead log, if any. The original is not changed.
     *
     * @param shown name of the store in error messages
     * @throws Failure DAMAGED if the file is not a store, truncated or newer; IO if it can't be read or copied
     */
    public static ScratchStore copyOf(Path path, String shown) {
        SqliteFile original = new SqliteFile(path.toString(), shown);
        SqliteHeader header = original.header(new Migrations("sqlite").newest());
        try {
            new SqliteLog(original).refuseForeign(header.isWal(), WAIT_MILLIS);
        } catch (SQLException unreadable) {
            throw new Failure(Failure.Kind.DAMAGED, shown + " can't be read", unreadable);
        }
        PrivateCopy copy = PrivateCopy.of(original, WAIT_MILLIS);
        return new ScratchStore(copy.file(), shown);
    }

    /**
     * Returns the dialect that opens the store.
     *
     * @param migrations migrations that create or upgrade it
     */
    public Sqlite dialect(Migrations migrations) {
        return new Sqlite(file.getPath(), shown, migrations, WAIT_MILLIS);
    }

    @Override
    public void close() {
        for (String sidecar : SIDECARS) {
            new File(file + sidecar).delete();
        }
        file.getParentFile().delete();
    }
}
