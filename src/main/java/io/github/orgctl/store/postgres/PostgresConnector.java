package io.github.orgctl.store.postgres;

import io.github.orgctl.core.port.Notices;
import io.github.orgctl.store.jdbc.Backoff;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * Finds a server and logs in. A single deadline covers everything from the first DNS look-up to the last response, so
 * that a server that accepts a connection and stays silent can't block forever.
 */
final class PostgresConnector {
    /** Asks for a standby, and else for any server. */
    static final String PREFER_STANDBY = "prefer-standby";

    private static final String PRIMARY = "primary";
    private static final String STANDBY = "standby";
    private static final String ANY = "any";

    /** Time that a standby is given to answer, where another server would do. */
    private static final long STANDBY_MILLIS = 2_000;

    private final PostgresAddress address;
    private final PasswordFile passwords;
    private final long standbyMillis;

    PostgresConnector(PostgresAddress address, Notices notices) {
        this(address, notices, STANDBY_MILLIS);
    }

    /**
     * @param standbyMillis time that a standby is given to answer, in milliseconds
     */
    PostgresConnector(PostgresAddress address, Notices notices, long standbyMillis) {
        this.address = address;
        this.standbyMillis = standbyMillis;
        this.passwords = PasswordFile.of(address, notices);
    }

    /**
     * Opens a connection without a transaction. A server that is starting or out of connections is retried until the
     * deadline, as are all servers if none is of the requested kind.
     *
     * @param mayBeStale whether an older state will do, so that a preferred standby may be used
     * @throws SQLException if no server could be reached in time; other errors are thrown as Failure
     */
    Connection connect(boolean mayBeStale) throws SQLException {
        String wanted = wanted(mayBeStale);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(address.connectSeconds());
        SQLException refused = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return wanted.equals(PREFER_STANDBY) ? preferred(deadline) : first(deadline, wanted);
            } catch (SQLException problem) {
                // With several servers, one is expected to take over from another.
                boolean passes = ConnectProblems.mayPass(problem)
                        || problem instanceof ConnectProblems.Unreachable
                                && address.hosts().size() > 1;
                refused = moreInformative(refused, problem);
                if (!passes || System.nanoTime() >= deadline) {
                    throw refused;
                }
                Backoff.afterAttempt(attempt);
            }
        }
    }

    private String wanted(boolean mayBeStale) {
        String given = address.get(PostgresOption.TARGET_SESSION_ATTRIBUTES);
        if (given == null) {
            return ANY;
        }
        return given.equals(PREFER_STANDBY) && !mayBeStale ? PRIMARY : given;
    }

    /**
     * Connects to the first standby that responds in its time, else to the first other server that did, else to whichever
     * responds before the deadline. No server is asked twice before that, since a silent one takes its time again.
     */
    private Connection preferred(long deadline) throws SQLException {
        Connection best = null;
        int left = address.hosts().size();
        for (PostgresAddress.Host host : address.hosts()) {
            long millis = Math.min(standbyMillis, share(deadline, left--));
            try {
                Connection found = fitting(login(host, millis), host, ANY);
                boolean standby = isStandby(found, host);
                close(standby || best == null ? best : found);
                best = standby || best == null ? found : best;
                if (standby) {
                    break;
                }
            } catch (SQLException unsuitable) {
                if (!ConnectProblems.isOfOneHost(unsuitable)) {
                    break;
                }
            }
        }
        return best == null ? first(deadline, ANY) : best;
    }

    private static boolean isStandby(Connection connection, PostgresAddress.Host host) throws SQLException {
        try (Sql query = new Sql(connection, "SELECT pg_is_in_recovery()::int")) {
            query.next();
            return query.number(1) == 1;
        } catch (SqlProblem problem) {
            connection.close();
            throw new WrongServer(host + " ended the connection");
        }
    }

    private static void close(Connection unused) throws SQLException {
        if (unused != null) {
            unused.close();
        }
    }

    /** Milliseconds for the next of the hosts that are left. */
    private static long share(long deadline, int left) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()) / left);
    }

    /**
     * Connects to the first suitable host. Each host gets a share of the time, so that a silent one does not use it up.
     */
    private Connection first(long deadline, String wanted) throws SQLException {
        SQLException last = null;
        int left = address.hosts().size();
        for (PostgresAddress.Host host : address.hosts()) {
            try {
                return fitting(login(host, share(deadline, left--)), host, wanted);
            } catch (SQLException problem) {
                last = moreInformative(last, problem);
                if (!ConnectProblems.isOfOneHost(problem)) {
                    break;
                }
            }
        }
        throw last;
    }

    /** The error of a server that responded, since attempts may also be cut short by the deadline; else the later one. */
    private static SQLException moreInformative(SQLException before, SQLException problem) {
        boolean responded = before != null && ConnectProblems.mayPass(before);
        return responded && !ConnectProblems.mayPass(problem) ? before : problem;
    }

    private Connection login(PostgresAddress.Host host, long millis) throws SQLException {
        String password = address.get(PostgresOption.PASSWORD);
        if (password == null) {
            password = passwords.find(address, host);
        }
        try {
            Properties properties = properties(host, millis);
            // Never null, or the driver would search for a password in files without checking their permissions.
            properties.setProperty("password", password == null ? "" : password);
            return new Login(host, properties).within(millis);
        } catch (SQLException problem) {
            throw ConnectProblems.judged(problem, address, host, password != null);
        }
    }

    private Properties properties(PostgresAddress.Host host, long millis) {
        Properties properties = address.properties();
        properties.setProperty("user", address.user());
        properties.setProperty("PGDBNAME", address.database());
        properties.setProperty("PGHOST", host.isSocket() ? "localhost" : host.name());
        properties.setProperty("PGPORT", Integer.toString(host.port()));
        properties.setProperty("socketFactory", ServerSockets.class.getName());
        if (host.isSocket()) {
            properties.setProperty(ServerSockets.FILE, host.name() + "/.s.PGSQL." + host.port());
            properties.setProperty("sslmode", "disable");
        }
        properties.setProperty("sslfactory", TlsSockets.class.getName());
        properties.setProperty(TlsSockets.FOLDER, address.environment().getOrDefault("HOME", "") + "/.postgresql");
        properties.setProperty("connectTimeout", Long.toString((millis + 999) / 1000));
        properties.setProperty("socketTimeout", Integer.toString(address.socketSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        // Whoever interrupts the program does not wait for a server that is away.
        properties.setProperty("cancelSignalTimeout", "1");
        // Keep row values out of error messages.
        properties.setProperty("logServerErrorDetail", "false");
        // A pooler may run each transaction on another server connection, which does not know named prepared
        // statements.
        properties.setProperty("prepareThreshold", "0");
        // Fetch large results in chunks, so that memory does not grow with the rows.
        properties.setProperty("defaultRowFetchSize", "1000");
        // Sends the application name with the login, which saves a round trip.
        properties.setProperty("assumeMinServerVersion", "9.0");
        return properties;
    }

    /** Returns the connection if the server is of the requested kind and can hold a store. */
    private Connection fitting(Connection connection, PostgresAddress.Host host, String wanted) throws SQLException {
        try {
            String encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
            if (encoding != null && !encoding.equals("UTF8")) {
                throw ConnectProblems.encoding(encoding, address);
            }
            if (!wanted.equals(ANY)) {
                reject(connection, host, wanted);
            }
            return connection;
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
    }

    private static void reject(Connection connection, PostgresAddress.Host host, String wanted) throws WrongServer {
        try (Sql query = new Sql(
                connection,
                "SELECT pg_is_in_recovery()::int, (current_setting('transaction_read_only') = 'on')::int")) {
            query.next();
            boolean standby = query.number(1) == 1;
            boolean readOnly = query.number(2) == 1;
            boolean fits =
                    switch (wanted) {
                        case PRIMARY -> !standby;
                        case STANDBY -> standby;
                        case "read-only" -> readOnly;
                        default -> !readOnly;
                    };
            if (!fits) {
                boolean byDefault = readOnly && !standby;
                throw new WrongServer(
                        host + " is not " + wanted + (byDefault ? ": default_transaction_read_only is on" : ""));
            }
        } catch (SqlProblem problem) {
            throw new WrongServer(host + " ended the connection");
        }
    }
}
