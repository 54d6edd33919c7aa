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

/** Copies a store page by page as a transaction sees it, while others go on to change it, and checks the copy. */
final class SqliteBackup {
    private static final int AT_ONCE = -1;
    private static final int OK = 0;

    private final SqliteFile store;
    private final SqliteConnection connection;

    SqliteBackup(SqliteFile store, SqliteConnection connection) {
        this.store = store;
        this.connection = connection;
    }

    /** Returns the size of the file in bytes. */
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

    /** A backup replaces a backup, and nothing that was named by mistake, such as the keyset. */
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

    /** The driver reports by a number what keeps it from copying. */
    private void copyTo(Path draft) throws IOException {
        int code;
        try {
            // Begins the transaction, so that all pages are of one state.
            Sqlite.execute(connection, "PRAGMA schema_version");
            code = connection.getDatabase().backup("main", draft.toString(), null, 0, 0, AT_ONCE);
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
                throw store.damaged("is damaged, and so would be its backup: " + integrity.detail(), null);
            }
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }
}
