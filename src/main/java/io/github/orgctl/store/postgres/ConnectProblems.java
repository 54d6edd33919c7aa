package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Translates connection errors into failures. */
final class ConnectProblems {
    static final String CHECK_TLS = "check sslmode, sslrootcert, sslcert and sslkey";

    private static final String SET_PASSWORD = "set PGPASSWORD, or write it to ~/.pgpass (chmod 600)";

    private ConnectProblems() {}

    /** Whether the error concerns a single host, so that another host may accept the connection. */
    static boolean isOfOneHost(SQLException problem) {
        return problem instanceof WrongServer || isOfClass(problem, "08") || mayPass(problem);
    }

    /**
     * Whether a reachable server refuses connections temporarily: too many connections, starting up or shutting down.
     */
    static boolean mayPass(SQLException problem) {
        String state = problem.getSQLState();
        return problem instanceof WrongServer || "53300".equals(state) || "57P03".equals(state);
    }

    private static boolean isOfClass(SQLException problem, String characters) {
        return problem.getSQLState() != null && problem.getSQLState().startsWith(characters);
    }

    static Failure encoding(String encoding, PostgresAddress address) {
        return new Failure(
                Failure.Kind.DAMAGED,
                "the database " + address.shown() + " has the encoding " + encoding + "; a store needs UTF8",
                "create another: createdb --encoding UTF8 --template template0");
    }

    /**
     * Returns the error if it concerns a single host or is transient.
     *
     * @throws Failure if neither another host nor a retry can help
     */
    static SQLException judged(
            SQLException problem, PostgresAddress address, PostgresAddress.Host host, boolean hasPassword) {
        if (mayPass(problem)) {
            return problem;
        }
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        Login login = new Login(problem, address, hasPassword);
        String tls = TlsProblems.reason(problem, address, host);
        if (tls != null) {
            throw login.failure(Failure.Kind.FORBIDDEN, "no trusted TLS connection to " + host + ": " + tls, CHECK_TLS);
        }
        switch (state) {
            case "08004" -> throw login.rejected();
            case "08P01" -> {
                if (serverText(problem) != null) {
                    throw login.pooler(serverText(problem));
                }
            }
            case "3D000" ->
                throw login.failure(
                        Failure.Kind.NOT_FOUND,
                        "the server has no database '" + address.database() + "'",
                        "create it with: createdb --encoding UTF8 " + address.database());
            case "42501" ->
                throw login.failure(
                        Failure.Kind.FORBIDDEN,
                        "the server refuses the login of " + address.user() + ": " + serverText(problem),
                        "grant the required privileges");
            default -> {
                if (isOfClass(problem, "28")) {
                    throw login.rejected();
                }
                if (isOfClass(problem, "22") || isOfClass(problem, "42")) {
                    throw login.failure(
                            Failure.Kind.USAGE,
                            "the server refuses the options of the store's address: " + serverText(problem),
                            null);
                }
            }
        }
        return new Unreachable(host + " " + how(problem), problem);
    }

    /** Message from the server, or null if the server sent none. */
    private static String serverText(SQLException problem) {
        ServerErrorMessage message =
                problem instanceof PSQLException reported ? reported.getServerErrorMessage() : null;
        return message == null ? null : message.getMessage();
    }

    static String reason(SQLException problem) {
        Throwable last = problem;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getMessage();
    }

    private static String how(SQLException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "is not a known host";
            }
            if (cause instanceof SocketTimeoutException) {
                return "does not answer";
            }
            if (cause instanceof ConnectException) {
                return "refuses connections";
            }
        }
        return problem.getCause() == null && serverText(problem) == null
                ? "does not answer"
                : "ends the connection: " + (serverText(problem) != null ? serverText(problem) : reason(problem));
    }

    /** No server could be reached; the message lists the servers and errors. */
    static final class Unreachable extends SQLException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, SQLException cause) {
            super(message, "08001", cause);
        }
    }

    /** A failed login that a retry can't fix. */
    private record Login(SQLException problem, PostgresAddress address, boolean hasPassword) {
        Failure failure(Failure.Kind kind, String message, String hint) {
            return new Failure(kind, message, hint, problem);
        }

        Failure rejected() {
            if (!hasPassword && asksForPassword()) {
                return failure(
                        Failure.Kind.FORBIDDEN,
                        "the server asks for a password of " + address.user() + ", but none is set",
                        SET_PASSWORD);
            }
            String said = serverText(problem) != null ? serverText(problem) : problem.getMessage();
            return failure(
                    Failure.Kind.FORBIDDEN,
                    "the server refuses the login of " + address.user() + ": " + said,
                    "check the user, the password (PGPASSWORD or ~/.pgpass) and pg_hba.conf");
        }

        private boolean asksForPassword() {
            return "28P01".equals(problem.getSQLState())
                    || GT.tr("The server requested SCRAM-based authentication, but the password is an empty string.")
                            .equals(problem.getMessage());
        }

        /** PgBouncer uses one error code for all refusals, and its messages are always in English. */
        Failure pooler(String text) {
            String message = "the connection pooler refuses the login: " + text;
            if (text.contains("no such database") || text.contains("does not exist")) {
                return failure(Failure.Kind.NOT_FOUND, message, "check the database's name");
            }
            if (text.contains("startup parameter")) {
                return failure(Failure.Kind.USAGE, message, "omit options (PGOPTIONS), or connect without the pooler");
            }
            if (text.contains("no such user") || text.contains("auth") || text.contains("password")) {
                return failure(Failure.Kind.FORBIDDEN, message, SET_PASSWORD);
            }
            return failure(Failure.Kind.BUSY, message, "try again");
        }
    }
}
