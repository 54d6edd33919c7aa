package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Backoff;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * A copy of a store and its write-ahead log in a private temporary directory. It is used when this process may not
 * write next to the store, or must not before the store has been checked. The copy is consistent: if the files change
 * while they are copied, the copy is repeated.
 */
final class PrivateCopy implements AutoCloseable {
    /**
     * Offset of the shared lock that SQLite readers hold. While it is held, no connection deletes the write-ahead log.
     */
    static final long READERS_FROM = 0x40000002L;

    static final long READERS = 510;
    /** Name of the copy in its directory. */
    static final String NAME = "store.db";

    private static final int PAUSE_MILLIS = 20;

    private final Path folder;
    private final File file;

    private PrivateCopy(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME).toFile();
    }

    /**
     * @param waitMillis how long to retry
     * @throws Failure BUSY if the store keeps changing; IO if it can't be read or copied
     */
    static PrivateCopy of(SqliteFile store, long waitMillis) {
        try {
            return of(store, Files.createTempDirectory("orgctl-"), waitMillis);
        } catch (IOException unwritable) {
            throw unreadable(store, unwritable);
        }
    }

    /**
     * @param folder a private directory
     * @throws Failure as {@link #of(SqliteFile, long)}
     */
    static PrivateCopy of(SqliteFile store, Path folder, long waitMillis) {
        long began = System.nanoTime();
        try {
            PrivateCopy copy = new PrivateCopy(folder);
            while (!copy.take(store)) {
                if (System.nanoTime() - began > waitMillis * 1_000_000) {
                    copy.close();
                    throw new Failure(
                            Failure.Kind.BUSY,
                            "the store " + store.shown() + " changes too often to be read without write permission",
                            "try again later");
                }
                Backoff.millis(PAUSE_MILLIS);
            }
            return copy;
        } catch (IOException problem) {
            throw unreadable(store, problem);
        }
    }

    private static Failure unreadable(SqliteFile store, IOException problem) {
        return new Failure(
                Failure.Kind.IO,
                "the store " + store.shown() + " can't be read: " + problem.getMessage(),
                store.isWritable()
                        ? "free some space"
                        : "make the file and its folder writable, so that it can be read in place",
                problem);
    }

    /** Copies the files and returns whether the copy is consistent. */
    private boolean take(SqliteFile store) throws IOException {
        FileChannel source = FileChannel.open(store.file().toPath(), StandardOpenOption.READ);
        try (FileLock lock = source.tryLock(READERS_FROM, READERS, true)) {
            if (lock == null) {
                return false;
            }
            String state = state(store);
            clear();
            copy(source, file.toPath());
            copyLog(store);
            return state.equals(state(store));
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        } finally {
            PlainHandles.close(source);
        }
    }

    private void copyLog(SqliteFile store) throws IOException {
        if (store.log().length() > 0) {
            FileChannel source = FileChannel.open(store.log().toPath(), StandardOpenOption.READ);
            try {
                copy(source, Path.of(file.getPath() + "-wal"));
            } finally {
                PlainHandles.close(source);
            }
        }
    }

    private static void copy(FileChannel source, Path target) throws IOException {
        try (FileChannel out = FileChannel.open(
                target, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long size = source.size();
            for (long at = 0; at < size; ) {
                long copied = source.transferTo(at, size - at, out);
                if (copied <= 0) {
                    return;
                }
                at += copied;
            }
        }
    }

    /** File attributes that reveal a change. */
    private static String state(SqliteFile store) {
        File file = store.file();
        File log = store.log();
        return file.length() + "@" + file.lastModified() + ' ' + log.length() + "@" + log.lastModified();
    }

    /** The copied store file. */
    File file() {
        return file;
    }

    /** Opens the copy without its write-ahead log. */
    SqliteConnection openWithoutLog() throws SQLException {
        return Sqlite.connect(SqliteFile.uri(file) + "?immutable=1", Sqlite.READ_ONLY, false, null);
    }

    SqliteConnection open() throws SQLException {
        return Sqlite.connect(SqliteFile.uri(file), Sqlite.READ_WRITE, false, null);
    }

    private void clear() throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(Path.of(file.getPath() + suffix));
        }
    }

    /** Deletes the files. Open connections to them stay usable. */
    @Override
    public void close() {
        try {
            clear();
            Files.deleteIfExists(folder);
        } catch (IOException inUse) {
            file.deleteOnExit();
            folder.toFile().deleteOnExit();
        }
    }
}
