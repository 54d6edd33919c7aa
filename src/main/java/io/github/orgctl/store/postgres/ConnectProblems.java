package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in the user's words why there is no connection. */
final class ConnectProblems {
    private static final String SET_PASSWORD = "set PGPASSWORD, or write it to ~/.pgpass (chmod 600)";

    private ConnectProblems() {}

    /** Whether another host may still do. */
    static boolean isOfOneHost(SQLException problem) {
        return problem instanceof WrongServer || isOfClass(problem, "08") || mayPass(problem);
    }

    /** Whether a server that is there refuses for now: too many connections, or it is starting or stopping. */
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
     * The problem where it concerns one host or may pass.
     *
     * @throws Failure where neither another host nor time helps
     */
    static SQLException judged(
            SQLException problem, PostgresAddress address, PostgresAddress.Host host, boolean hasPassword) {
        if (mayPass(problem)) {
            return problem;
        }
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        Login login = new Login(problem, address, hasPassword);
        if (concernsTls(problem, host)) {
            throw login.failure(
                    Failure.Kind.FORBIDDEN,
                    "no trusted TLS connection to " + host + ": "
                            + (isOfAnother(problem, host)
                                    ? "its certificate is not for " + host.name()
                                    : reason(problem)),
                    "check sslmode, sslrootcert, sslcert and sslkey");
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
                        "grant the rights");
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

    /** What the server itself said, or null where it said nothing. */
    private static String serverText(SQLException problem) {
        ServerErrorMessage message =
                problem instanceof PSQLException reported ? reported.getServerErrorMessage() : null;
        return message == null ? null : message.getMessage();
    }

    private static boolean concernsTls(SQLException problem, PostgresAddress.Host host) {
        boolean tls = false;
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof SocketException) {
                return false;
            }
            tls |= cause instanceof SSLException
                    || cause instanceof GeneralSecurityException
                    || cause instanceof FileNotFoundException;
        }
        // Of these the driver has only words, in the user's language.
        return tls
                || GT.tr("The server does not support SSL.").equals(problem.getMessage())
                || isOfAnother(problem, host);
    }

    /** Whether the server's certificate is that of another host. */
    private static boolean isOfAnother(SQLException problem, PostgresAddress.Host host) {
        String words = "The hostname {0} could not be verified by hostnameverifier {1}.";
        return GT.tr(words, host.name(), "PgjdbcHostnameVerifier").equals(problem.getMessage());
    }

    private static String reason(SQLException problem) {
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

    /** No server could be reached; the message says which and how. */
    static final class Unreachable extends SQLException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, SQLException cause) {
            super(message, "08001", cause);
        }
    }

    /** One try to log in that failed for good. */
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

        /** PgBouncer has one code for all that it refuses, and speaks English only. */
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
