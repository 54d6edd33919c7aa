package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.store.jdbc.SqlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/**
 * Online backup: copies a store page by page from one snapshot while other processes may change it, and checks the
 * copy.
 */
final class SqliteBackup {
    private static final int AT_ONCE = -1;
    private static final int OK = 0;
    private static final int BUSY = 5;

    private final SqliteFile store;
    private final SqliteConnection connection;

    SqliteBackup(SqliteFile store, SqliteConnection connection) {
        this.store = store;
        this.connection = connection;
    }

    /** Writes the backup and returns its size in bytes. */
    long writeTo(BackupFile file) {
        refuseOwnFiles(file.path());
        refuseOtherFile(file.path());
        return file.write(draft -> {
            copyTo(draft);
            check(draft);
        });
    }

    private void refuseOwnFiles(Path path) {
        for (Path own : new Path[] {
            store.file().toPath(), store.log().toPath(), store.sharedMemory().toPath()
        }) {
            if (isSame(path, own)) {
                throw Failure.usage(path + " is a file of the store itself", "name another file");
            }
        }
    }

    /** Refuses to overwrite a file that is not a backup and was named by mistake, such as the keyset. */
    private static void refuseOtherFile(Path path) {
        if (path.toFile().length() == 0 || !Files.isRegularFile(path)) {
            return;
        }
        try {
            new SqliteFile(path.toString()).header(Integer.MAX_VALUE);
        } catch (Failure other) {
            throw new Failure(Failure.Kind.REFUSED, path + " exists and is not a backup", "name another file", other);
        }
    }

    private static boolean isSame(Path path, Path own) {
        try {
            return path.toAbsolutePath().normalize().equals(own) || Files.exists(own) && Files.isSameFile(path, own);
        } catch (IOException missing) {
            return false;
        }
    }

    private static int copyTo(Path draft, SqliteConnection from) throws SQLException {
        // Begins the transaction, so that all pages are from one snapshot.
        Sqlite.execute(from, "PRAGMA schema_version");
        return from.getDatabase().backup("main", draft.toString(), null, 0, 0, AT_ONCE);
    }

    /** Copies the pages. The driver reports errors as result codes. */
    private void copyTo(Path draft) throws IOException {
        int code;
        try {
            code = copyTo(draft, connection);
            if (code == BUSY) {
                // A connection with a write transaction can't be the source of a backup, so another one reads the
                // committed state.
                try (SqliteConnection other =
                        Sqlite.connect(SqliteFile.uri(store.file()), Sqlite.READ_WRITE, false, null)) {
                    other.setAutoCommit(false);
                    code = copyTo(draft, other);
                }
            }
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
        if (code == OK) {
            return;
        }
        SQLiteErrorCode problem = SQLiteErrorCode.getErrorCode(code);
        if (problem == SQLiteErrorCode.SQLITE_FULL) {
            throw new IOException("the disk is full");
        }
        if (problem == SQLiteErrorCode.SQLITE_CORRUPT || problem == SQLiteErrorCode.SQLITE_NOTADB) {
            throw new SqlProblem(new SQLException(problem.message, null, code));
        }
        throw new IOException(problem.message);
    }

    private void check(Path draft) {
        try (Connection copy =
                Sqlite.connect(SqliteFile.uri(draft.toFile()) + "?immutable=1", Sqlite.READ_ONLY, false, null)) {
            Finding integrity = SqliteCheck.integrity(copy);
            if (!integrity.ok()) {
                throw store.damaged("is damaged, so it can't be backed up: " + integrity.detail(), null);
            }
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }
}
