package io.github.orgctl.store;

import io.github.orgctl.core.model.Failure;
import java.sql.SQLException;

/** Says in the user's words what PostgreSQL reported, without repeating it: it may quote what must stay secret. */
final class PostgresProblems {
    private PostgresProblems() {}

    /** Whether two transactions got in each other's way, so that one was chosen to begin again. */
    static boolean isCollision(SQLException problem) {
        String state = problem.getSQLState();
        return "40001".equals(state) || "40P01".equals(state);
    }

    /** Whether another process was making the same tables. */
    static boolean isOvertaken(SQLException problem) {
        String state = problem.getSQLState();
        return "42P07".equals(state) || "42710".equals(state) || "23505".equals(state);
    }

    /** Null for what can only be a bug. */
    static Failure failure(SQLException problem, String store) {
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        if (problem instanceof Overtaken || isCollision(problem)) {
            return failure(Failure.Kind.BUSY, store, "is being changed by too many at once", "try again", problem);
        }
        return switch (state) {
            case "23505" -> Problems.taken(problem);
            case "55P03", "57014" ->
                failure(Failure.Kind.BUSY, store, "stays locked by another program", "try again", problem);
            case "42501" ->
                failure(Failure.Kind.FORBIDDEN, store, "refuses this to its user", "grant the rights", problem);
            case "3D000", "3F000" ->
                failure(
                        Failure.Kind.NOT_FOUND,
                        store,
                        "does not exist on the server",
                        "create the database or schema",
                        problem);
            case "25006" -> failure(Failure.Kind.IO, store, "is read-only", "name the primary server", problem);
            case "53100" -> failure(Failure.Kind.IO, store, "can't grow: the server's disk is full", null, problem);
            case "58030", "53200" -> failure(Failure.Kind.IO, store, "can't be read or written", null, problem);
            case "XX001", "XX002", "42P01", "42703" ->
                failure(Failure.Kind.DAMAGED, store, "is damaged", "restore a backup", problem);
            default -> byClass(state, problem, store);
        };
    }

    /** The first two characters of a state tell its class. */
    private static Failure byClass(String state, SQLException problem, String store) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57", "53" ->
                failure(Failure.Kind.BUSY, store, "can't be reached", "is the server running?", problem);
            case "28" ->
                failure(
                        Failure.Kind.FORBIDDEN,
                        store,
                        "refuses the login",
                        "set PGPASSWORD or write ~/.pgpass",
                        problem);
            case "23" -> Problems.rule(problem);
            default -> null;
        };
    }

    private static Failure failure(Failure.Kind kind, String store, String what, String hint, SQLException cause) {
        return new Failure(kind, "the store " + store + " " + what, hint, cause);
    }
}
