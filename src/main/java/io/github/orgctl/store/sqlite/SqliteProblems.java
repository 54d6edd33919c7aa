package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Overtaken;
import io.github.orgctl.store.jdbc.Problems;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Translates SQLite errors into failures. */
final class SqliteProblems {
    private SqliteProblems() {}

    /** Returns null if the error can only be a bug. The numbers are SQLite's primary result codes. */
    static Failure failure(SQLException problem, String store) {
        if (problem instanceof Overtaken) {
            return failure(
                    Failure.Kind.BUSY, store, "is repeatedly created and removed by other processes", null, problem);
        }
        return switch (problem.getErrorCode()) {
            case 5, 6, 15 ->
                new Failure(
                        Failure.Kind.BUSY,
                        "the store " + store + " stays locked by another program",
                        Advice.WAIT_LONGER.of(),
                        problem);
            case 8 -> failure(Failure.Kind.IO, store, "is read-only", "make the file and its folder writable", problem);
            case 3, 14 ->
                failure(Failure.Kind.IO, store, "can't be opened", "check that its folder is readable", problem);
            case 10 -> unreadable(problem, store);
            case 13 -> diskFull(problem, store);
            case 7 -> failure(Failure.Kind.IO, store, "needs more memory than available", null, problem);
            // The program's own statements fit the migrated structure, so these codes mean that the file's structure is
            // different.
            case 1, 2, 11, 12, 16, 17, 18, 20, 25, 26 -> damaged(problem, store);
            case 19 -> constraint(problem);
            default -> null;
        };
    }

    private static Failure unreadable(SQLException problem, String store) {
        // SQLite has no separate result code for a full disk when it grows the shared memory.
        return code(problem) == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
                ? diskFull(problem, store)
                : failure(Failure.Kind.IO, store, "can't be read or written", "check the disk", problem);
    }

    private static Failure diskFull(SQLException problem, String store) {
        return failure(Failure.Kind.IO, store, "can't grow: the disk is full", "free some space", problem);
    }

    private static Failure damaged(SQLException problem, String store) {
        return failure(Failure.Kind.DAMAGED, store, "is damaged", "restore a backup", problem);
    }

    private static Failure constraint(SQLException problem) {
        SQLiteErrorCode code = code(problem);
        boolean unique = code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
        return unique ? Problems.taken(problem) : Problems.rule(problem);
    }

    private static SQLiteErrorCode code(SQLException problem) {
        return problem instanceof SQLiteException detailed ? detailed.getResultCode() : null;
    }

    private static Failure failure(Failure.Kind kind, String store, String what, String hint, SQLException cause) {
        return new Failure(kind, "the store " + store + " " + what, hint, cause);
    }
}
