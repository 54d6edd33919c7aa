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
 * A copy of a store and its log in a folder of this process's own, for whoever may not write beside the store, or must
 * not before it has been looked at. It shows one state of the store: a copy during which the files changed is made anew.
 */
final class PrivateCopy implements AutoCloseable {
    /** Where SQLite's readers hold a shared lock, with which nobody deletes the log. */
    private static final long READERS_FROM = 0x40000002L;

    private static final long READERS = 510;
    private static final int PAUSE_MILLIS = 20;

    private final Path folder;
    private final File file;

    private PrivateCopy(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("store.db").toFile();
    }

    /**
     * @param waitMillis for how long it is tried anew
     * @throws Failure BUSY when the store changes all the time; IO when it can't be read or copied
     */
    static PrivateCopy of(SqliteFile store, long waitMillis) {
        long began = System.nanoTime();
        try {
            PrivateCopy copy = new PrivateCopy(Files.createTempDirectory("orgctl-"));
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
        } catch (IOException unreadable) {
            throw new Failure(
                    Failure.Kind.IO,
                    "the store " + store.shown() + " can't be read: " + unreadable.getMessage(),
                    "make the file and its folder writable, so that it can be read in place",
                    unreadable);
        }
    }

    /** Whether the copy is of one state. */
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

    /** Attributes that reveal a change of a file. */
    private static String state(SqliteFile store) {
        File file = store.file();
        File log = store.log();
        return file.length() + "@" + file.lastModified() + ' ' + log.length() + "@" + log.lastModified();
    }

    /** Without what waits in the log. */
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

    /** Removes the files; a connection to them goes on. */
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
