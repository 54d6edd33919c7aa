package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * Checks that a write-ahead log belongs to the store beside it. SQLite does not link the two: it would apply the log of
 * another store, or of a deleted one, and mix rows of both.
 */
final class SqliteLog {
    /** Offset in the shared memory of the lock that every connection holds. */
    private static final long CONNECTED = 128;

    private final SqliteFile store;

    SqliteLog(SqliteFile store) {
        this.store = store;
    }

    /**
     * @throws Failure DAMAGED if there is a log but no store
     */
    void refuseWithoutStore() {
        File stray = firstFilled(store.log(), journal());
        // Another process may have just created both.
        if (stray != null && !store.exists()) {
            throw refused(stray, "belongs to a store that no longer exists: " + store.shown());
        }
    }

    /**
     * Checks a log that no connection uses, as after a crash, in a copy of the store.
     *
     * @param inWal whether the store is in WAL mode
     * @param waitMillis how long to retry the copy
     * @throws Failure DAMAGED if the log belongs to something else
     */
    void refuseForeign(boolean inWal, long waitMillis) throws SQLException {
        if (inWal && journal().length() > 0) {
            throw refused(journal(), "does not belong to the store " + store.shown());
        }
        if (store.log().length() == 0 || isInUse()) {
            return;
        }
        try (PrivateCopy copy = PrivateCopy.of(store, waitMillis)) {
            String id = id(copy);
            if (!isSound(copy, id)) {
                throw refused(store.log(), "does not belong to the store " + store.shown() + ", or both are damaged");
            }
        }
    }

    private File journal() {
        return new File(store.file().getPath() + "-journal");
    }

    private static File firstFilled(File... files) {
        for (File file : files) {
            if (file.length() > 0) {
                return file;
            }
        }
        return null;
    }

    /**
     * Whether a process has both the store and its log open, so that the log was checked before. A process that has
     * only the log open uses a previous store.
     */
    boolean isInUse() {
        if (PlainHandles.isConnected()) {
            return true;
        }
        return store.sharedMemory().exists()
                && isLocked(store.sharedMemory(), CONNECTED, 1)
                && isLocked(store.file(), PrivateCopy.READERS_FROM, PrivateCopy.READERS);
    }

    /** Also true if it can't be determined. */
    private static boolean isLocked(File file, long from, long count) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file.toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            try (FileLock lock = channel.tryLock(from, count, false)) {
                return lock == null;
            }
        } catch (IOException | OverlappingFileLockException gone) {
            return true;
        } finally {
            if (channel != null) {
                PlainHandles.close(channel);
            }
        }
    }

    /** The id of the store in the file; null for an older store without one, or if a crash left only a part. */
    private static String id(PrivateCopy copy) {
        try (SqliteConnection connection = copy.openWithoutLog()) {
            return id(connection);
        } catch (SQLException | SqlProblem unknown) {
            return null;
        }
    }

    private static String id(SqliteConnection connection) {
        try (Sql query = new Sql(connection, "SELECT id FROM store")) {
            return query.next() ? query.text(1) : null;
        }
    }

    private static boolean isSound(PrivateCopy copy, String id) {
        try (SqliteConnection connection = copy.open()) {
            Sqlite.execute(connection, "PRAGMA trusted_schema = OFF");
            return (id == null || id.equals(id(connection)))
                    && SqliteCheck.integrity(connection).ok()
                    && SqliteCheck.foreignKeys(connection).ok();
        } catch (SQLException | SqlProblem damaged) {
            return false;
        }
    }

    private static Failure refused(File log, String what) {
        return new Failure(
                Failure.Kind.DAMAGED,
                "the log " + log + " " + what,
                "move the log elsewhere, or put back the store it belongs to; neither file was changed");
    }
}
