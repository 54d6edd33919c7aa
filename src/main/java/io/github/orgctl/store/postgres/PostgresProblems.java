package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Overtaken;
import io.github.orgctl.store.jdbc.Problems;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Translates PostgreSQL errors into failures, without quoting server messages, which may contain secret values. */
final class PostgresProblems {
    /**
     * Primary keys counted up within a transaction. Two transactions that count at the same time violate them; that is
     * a conflict, not an invalid row.
     */
    static final Set<String> NUMBERED = Set.of(
            "audit_event_pkey",
            "environment_change_pkey",
            "environment_revision_pkey",
            "plan_version_pkey",
            "statement_pkey",
            "usage_series_organization_id_environment_metric_billed_key");

    static final String POOLING = "configure the connection pooler for transaction or session pooling";

    /** SQLSTATE codes of transient errors: lock timeout, transaction already failed, internal server error. */
    private static final Set<String> PASSING = Set.of("55P03", "25P02", "XX000");

    private PostgresProblems() {}

    /** Whether two transactions conflicted and this one was chosen to be retried. */
    static boolean isCollision(SQLException problem) {
        String state = problem.getSQLState();
        return state != null && (state.startsWith("40") || state.equals("23505") && isNumbered(problem));
    }

    private static boolean isNumbered(SQLException problem) {
        ServerErrorMessage message = message(problem);
        return message != null && message.getConstraint() != null && NUMBERED.contains(message.getConstraint());
    }

    /**
     * Whether a retry may succeed, given that the commit was not sent. The connection may be lost, or the server may
     * have ended the transaction; PostgreSQL-compatible databases use additional codes for conflicts.
     */
    static boolean mayPass(SQLException problem) {
        return isCollision(problem) || isLost(problem) || PASSING.contains(state(problem));
    }

    /**
     * Whether the server refused a commit, so that the transaction changed nothing. Without an SQLSTATE, after a
     * lost connection or an internal error, the outcome is unknown.
     */
    static boolean isRefusal(SQLException problem) {
        return !state(problem).isEmpty() && !isLost(problem) && !"XX000".equals(state(problem));
    }

    private static boolean isLost(SQLException problem) {
        String state = state(problem);
        boolean reached = !(problem instanceof ConnectProblems.Unreachable) && !isOfStatementPool(problem);
        return reached && state.startsWith("08") || state.startsWith("57P0") || state.equals("40003");
    }

    /**
     * Whether a pooler runs in statement mode. PgBouncer uses one error code for all refusals, and its messages are
     * always in English.
     */
    private static boolean isOfStatementPool(SQLException problem) {
        ServerErrorMessage message = message(problem);
        return message != null
                && message.getMessage() != null
                && message.getMessage().contains("statement pooling");
    }

    private static String state(SQLException problem) {
        return problem.getSQLState() == null ? "" : problem.getSQLState();
    }

    /** Whether another process was creating the same tables. */
    static boolean isOvertaken(SQLException problem) {
        String state = problem.getSQLState();
        return "42P07".equals(state) || "42710".equals(state) || "23505".equals(state);
    }

    private static ServerErrorMessage message(SQLException problem) {
        return problem instanceof PSQLException reported ? reported.getServerErrorMessage() : null;
    }

    /** Reduces an error to its SQLSTATE and constraint name; everything else may quote a row. */
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

    /** Returns null if the error can only be a bug. */
    static Failure failure(SQLException problem, String store) {
        String state = state(problem);
        if (problem instanceof Overtaken || isCollision(problem)) {
            return failure(
                    Failure.Kind.BUSY, store, "is being changed by too many processes at once", "try again", problem);
        }
        if (problem instanceof ConnectProblems.Unreachable || problem instanceof WrongServer) {
            String message = "can't be reached: " + problem.getMessage();
            return failure(Failure.Kind.BUSY, store, message, "check the address and that the server runs", problem);
        }
        if (isOfStatementPool(problem)) {
            return failure(Failure.Kind.IO, store, "is behind a pooler that allows no transactions", POOLING, problem);
        }
        return switch (state) {
            case "23505" -> Problems.taken(discreet(problem));
            case "55P03" -> failure(Failure.Kind.BUSY, store, "stays locked by another program", "try again", problem);
            case "57014" ->
                failure(
                        Failure.Kind.BUSY,
                        store,
                        "canceled a statement that took too long, so nothing was changed",
                        "try again, or raise socketTimeout",
                        problem);
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
                        "grant the required privileges",
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
                        "has no connections left",
                        "try again, or raise max_connections or the role's CONNECTION LIMIT",
                        problem);
            case "57P03" -> failure(Failure.Kind.BUSY, store, "is starting up or shutting down", "try again", problem);
            case "58030" -> failure(Failure.Kind.IO, store, "can't be read or written", null, problem);
            case "XX001", "XX002", "42P01", "42703" ->
                failure(Failure.Kind.DAMAGED, store, "is damaged", "restore a backup", problem);
            default -> byClass(state, problem, store);
        };
    }

    /** The first two characters of an SQLSTATE are its class. */
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
            case "XX" ->
                failure(
                        Failure.Kind.IO,
                        store,
                        "reported an internal error (" + state + ")",
                        "see the server's log",
                        problem);
            default -> null;
        };
    }

    /** The denied privilege. Names tables and schemas, never their content. */
    private static String denied(SQLException problem) {
        ServerErrorMessage message = message(problem);
        return message == null || message.getMessage() == null ? "" : ": " + message.getMessage();
    }

    private static Failure failure(Failure.Kind kind, String store, String what, String hint, SQLException cause) {
        return new Failure(kind, "the store " + store + " " + what, hint, discreet(cause));
    }
}
