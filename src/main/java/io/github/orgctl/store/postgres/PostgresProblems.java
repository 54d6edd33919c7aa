package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Overtaken;
import io.github.orgctl.store.jdbc.Problems;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in the user's words what PostgreSQL reported, without repeating it: it may quote what must stay secret. */
final class PostgresProblems {
    /** Keys that are counted up within the transaction. Two who count at once collide as if one had overwritten the other. */
    static final Set<String> NUMBERED = Set.of(
            "audit_event_pkey",
            "environment_change_pkey",
            "environment_revision_pkey",
            "plan_version_pkey",
            "statement_pkey",
            "usage_series_organization_id_environment_metric_billed_key");

    private PostgresProblems() {}

    /** Whether two transactions got in each other's way, so that one was chosen to begin again. */
    static boolean isCollision(SQLException problem) {
        String state = problem.getSQLState();
        return "40001".equals(state) || "40P01".equals(state) || "23505".equals(state) && isNumbered(problem);
    }

    private static boolean isNumbered(SQLException problem) {
        ServerErrorMessage message = message(problem);
        return message != null && message.getConstraint() != null && NUMBERED.contains(message.getConstraint());
    }

    /** Whether the same work may succeed a moment later. */
    static boolean mayPass(SQLException problem) {
        String state = problem.getSQLState();
        return isCollision(problem) || "55P03".equals(state) || "57P01".equals(state) || "57P02".equals(state);
    }

    /** Whether the server itself said no, on a connection that still stands: then the transaction has changed nothing. */
    static boolean isRefusal(SQLException problem) {
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        boolean lost = state.startsWith("08") || state.startsWith("57P") || state.equals("40003");
        return !state.isEmpty() && !lost;
    }

    /** Whether another process was making the same tables. */
    static boolean isOvertaken(SQLException problem) {
        String state = problem.getSQLState();
        return "42P07".equals(state) || "42710".equals(state) || "23505".equals(state);
    }

    private static ServerErrorMessage message(SQLException problem) {
        return problem instanceof PSQLException reported ? reported.getServerErrorMessage() : null;
    }

    /** The problem's code and the constraint it names, and nothing else of it: all else may quote a row. */
    static SQLException discreet(SQLException problem) {
        ServerErrorMessage message = message(problem);
        if (message == null) {
            return problem;
        }
        String constraint = message.getConstraint() == null ? "" : ", constraint " + message.getConstraint();
        SQLException discreet =
                new SQLException("PostgreSQL reported " + problem.getSQLState() + constraint, problem.getSQLState());
        discreet.setStackTrace(problem.getStackTrace());
        return discreet;
    }

    /** Null for what can only be a bug. */
    static Failure failure(SQLException problem, String store) {
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        if (problem instanceof Overtaken || isCollision(problem)) {
            return failure(
                    Failure.Kind.BUSY, store, "is being changed by too many processes at once", "try again", problem);
        }
        if (problem instanceof ConnectProblems.Unreachable || problem instanceof WrongServer) {
            String message = "can't be reached: " + problem.getMessage();
            return failure(Failure.Kind.BUSY, store, message, "check the address and that the server runs", problem);
        }
        return switch (state) {
            case "23505" -> Problems.taken(discreet(problem));
            case "55P03", "57014" ->
                failure(Failure.Kind.BUSY, store, "stays locked by another program", "try again", problem);
            case "25P03" ->
                failure(
                        Failure.Kind.BUSY,
                        store,
                        "ended an idle transaction, so nothing was changed",
                        "try again",
                        problem);
            case "42501" ->
                failure(
                        Failure.Kind.FORBIDDEN,
                        store,
                        "does not allow this to the user" + denied(problem),
                        "grant the rights",
                        problem);
            case "3D000", "3F000" ->
                failure(
                        Failure.Kind.NOT_FOUND,
                        store,
                        "does not exist on the server",
                        "create the database or schema",
                        problem);
            case "25006", "0A000" ->
                failure(
                        Failure.Kind.IO,
                        store,
                        "is read-only: its server is a standby, or default_transaction_read_only is on",
                        "name the primary, or all servers with ?target_session_attrs=read-write",
                        problem);
            case "53100" -> failure(Failure.Kind.IO, store, "can't grow: the server's disk is full", null, problem);
            case "53200" ->
                failure(
                        Failure.Kind.BUSY,
                        store,
                        "has no memory left for locks",
                        "raise max_locks_per_transaction and max_pred_locks_per_transaction on the server",
                        problem);
            case "53300" ->
                failure(
                        Failure.Kind.BUSY,
                        store,
                        "has no connection left",
                        "try again, or raise max_connections or the role's CONNECTION LIMIT",
                        problem);
            case "57P03" -> failure(Failure.Kind.BUSY, store, "is starting up or shutting down", "try again", problem);
            case "58030" -> failure(Failure.Kind.IO, store, "can't be read or written", null, problem);
            case "XX001", "XX002", "42P01", "42703" ->
                failure(Failure.Kind.DAMAGED, store, "is damaged", "restore a backup", problem);
            default -> byClass(state, problem, store);
        };
    }

    /** The first two characters of a state tell its class. */
    private static Failure byClass(String state, SQLException problem, String store) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57" ->
                failure(Failure.Kind.BUSY, store, "ended the connection, so nothing was changed", "try again", problem);
            case "53" -> failure(Failure.Kind.BUSY, store, "has run out of a resource", "try again", problem);
            case "28" ->
                failure(
                        Failure.Kind.FORBIDDEN,
                        store,
                        "refuses the login",
                        "set PGPASSWORD or write ~/.pgpass",
                        problem);
            case "23" -> Problems.rule(discreet(problem));
            default -> null;
        };
    }

    /** What exactly was denied; names tables and schemas, never what is in them. */
    private static String denied(SQLException problem) {
        ServerErrorMessage message = message(problem);
        return message == null || message.getMessage() == null ? "" : ": " + message.getMessage();
    }

    private static Failure failure(Failure.Kind kind, String store, String what, String hint, SQLException cause) {
        return new Failure(kind, "the store " + store + " " + what, hint, discreet(cause));
    }
}
