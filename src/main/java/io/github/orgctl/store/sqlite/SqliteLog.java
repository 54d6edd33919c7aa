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
 * Whether a log beside a store is the store's. Nothing in SQLite ties the two: it would take in the log of another
 * store, or of one that was deleted, and show rows of both.
 */
final class SqliteLog {
    /** The byte of the shared memory on which every connection holds a lock. */
    private static final long CONNECTED = 128;

    private final SqliteFile store;

    SqliteLog(SqliteFile store) {
        this.store = store;
    }

    /**
     * @throws Failure DAMAGED when there is a log and no store
     */
    void refuseWithoutStore() {
        File stray = firstFilled(store.log(), journal());
        // Somebody may just have made both.
        if (stray != null && !store.exists()) {
            throw refused(stray, "belongs to a store that no longer exists: " + store.shown());
        }
    }

    /**
     * Looks at a log that no connection holds, as after a crash, in a copy of the store.
     *
     * @param inWal whether the store keeps its changes in such a log
     * @param waitMillis how long a copy is tried for
     * @throws Failure DAMAGED when the log is of something else
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

    /** Whether a process has the store open, which looked at the log before. */
    private boolean isInUse() {
        if (PlainHandles.isConnected()) {
            return true;
        }
        if (!store.sharedMemory().exists()) {
            return false;
        }
        FileChannel memory = null;
        try {
            memory = FileChannel.open(store.sharedMemory().toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            try (FileLock lock = memory.tryLock(CONNECTED, 1, false)) {
                return lock == null;
            }
        } catch (IOException | OverlappingFileLockException gone) {
            return true;
        } finally {
            if (memory != null) {
                PlainHandles.close(memory);
            }
        }
    }

    /** The store's id as the file has it; null where an older store has none, or a crash left only a part. */
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
