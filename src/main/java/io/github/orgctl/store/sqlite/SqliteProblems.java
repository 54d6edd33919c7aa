package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Overtaken;
import io.github.orgctl.store.jdbc.Problems;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in the user's words what SQLite reported. */
final class SqliteProblems {
    private SqliteProblems() {}

    /** Null for what can only be a bug. The numbers are SQLite's primary result codes. */
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
            case 10 -> failure(Failure.Kind.IO, store, "can't be read or written", "check the disk", problem);
            case 13 -> failure(Failure.Kind.IO, store, "can't grow: the disk is full", "free some space", problem);
            case 7 -> failure(Failure.Kind.IO, store, "needs more memory than available", null, problem);
            // The statements are our own and fit the structure that the migrations made. What they trip over is not it.
            case 1, 2, 11, 12, 16, 17, 18, 20, 25, 26 -> damaged(problem, store);
            case 19 -> constraint(problem);
            default -> null;
        };
    }

    private static Failure damaged(SQLException problem, String store) {
        return failure(Failure.Kind.DAMAGED, store, "is damaged", "restore a backup", problem);
    }

    private static Failure constraint(SQLException problem) {
        SQLiteErrorCode code = problem instanceof SQLiteException detailed ? detailed.getResultCode() : null;
        boolean unique = code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
        return unique ? Problems.taken(problem) : Problems.rule(problem);
    }

    private static Failure failure(Failure.Kind kind, String store, String what, String hint, SQLException cause) {
        return new Failure(kind, "the store " + store + " " + what, hint, cause);
    }
}
