package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Migrations;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A SQLite store in a private temporary directory that is deleted on close. */
public final class ScratchStore implements AutoCloseable {
    private static final long WAIT_MILLIS = 5000;
    /** How often the directory is emptied, as files may appear in it meanwhile. */
    private static final int ATTEMPTS = 10;

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
    public static ScratchStore make(String shown) {
        try {
            return new ScratchStore(
                    Files.createTempDirectory("orgctl-")
                            .resolve(PrivateCopy.NAME)
                            .toFile(),
                    shown);
        } catch (IOException unwritable) {
            throw new Failure(
                    Failure.Kind.IO, "can't create a temporary folder: " + unwritable.getMessage(), unwritable);
        }
    }

    /**
     * Copies a store file and its write-ahead log, if any. The original is not changed.
     *
     * @throws Failure DAMAGED if the file is not a store, truncated or newer; IO if it can't be read or copied
     */
    public void copy(Path path) {
        SqliteFile original = new SqliteFile(path.toString(), shown);
        SqliteHeader header = original.header(new Migrations("sqlite").newest());
        try {
            new SqliteLog(original).refuseForeign(header.isWal(), WAIT_MILLIS);
        } catch (SQLException unreadable) {
            throw new Failure(Failure.Kind.DAMAGED, shown + " can't be read", unreadable);
        }
        PrivateCopy.of(original, file.toPath().getParent(), WAIT_MILLIS);
    }

    /**
     * Copies the content of a store file.
     *
     * @throws Failure DAMAGED if it is not a store, truncated or newer
     */
    public void copy(InputStream content) throws IOException {
        Files.copy(content, file.toPath());
        new SqliteFile(file.getPath(), shown).header(new Migrations("sqlite").newest());
    }

    /**
     * Returns the dialect that opens the store. It does not make the directory anew once that was deleted.
     *
     * @param migrations migrations that create or upgrade it
     */
    public Sqlite dialect(Migrations migrations) {
        return new Sqlite(file.getPath(), shown, migrations, WAIT_MILLIS, false);
    }

    /** Deletes the directory, also when another thread is still creating the store. */
    @Override
    public void close() {
        File folder = file.getParentFile();
        for (int attempt = 0; attempt < ATTEMPTS && folder.exists(); attempt++) {
            File[] files = folder.listFiles();
            for (File each : files == null ? new File[0] : files) {
                each.delete();
            }
            folder.delete();
        }
    }
}
