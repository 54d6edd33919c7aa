package io.github.orgctl.store.postgres;

import io.github.orgctl.core.port.Notices;
import io.github.orgctl.store.jdbc.Backoff;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * Finds a server and logs in. One deadline holds for everything that takes, from the look-up of the first host's name to
 * the last server's answer, because a server that accepts a connection and says nothing would else be waited for for ever.
 */
final class PostgresConnector {
    /** The driver would write to standard error what it throws as well. Kept, or the setting would be collected with it. */
    private static final Logger DRIVERS_LOGGER = Logger.getLogger("org.postgresql");

    private final PostgresAddress address;
    private final PasswordFile passwords;

    PostgresConnector(PostgresAddress address, Notices notices) {
        DRIVERS_LOGGER.setLevel(Level.OFF);
        this.address = address;
        this.passwords = PasswordFile.of(address, notices);
    }

    /**
     * A connection that is in no transaction yet. A server that has no connection left, or is starting, is asked again
     * until the deadline, as are all where none is of the kind that was asked for.
     *
     * @throws SQLException when no server could be reached in time; anything else is a Failure
     */
    Connection connect() throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(address.connectSeconds());
        SQLException refused = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return first(deadline);
            } catch (SQLException problem) {
                boolean passes = ConnectProblems.mayPass(problem);
                // The last attempt may have been cut short by the deadline, which says less than an answer did.
                refused = passes || refused == null ? problem : refused;
                if (!passes || System.nanoTime() >= deadline) {
                    throw refused;
                }
                Backoff.afterAttempt(attempt);
            }
        }
    }

    /** The first host that will do. Each gets its share of the time, so that a silent one leaves some for the others. */
    private Connection first(long deadline) throws SQLException {
        SQLException last = null;
        int left = address.hosts().size();
        for (PostgresAddress.Host host : address.hosts()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()) / left--;
            try {
                return fitting(login(host, Math.max(1, millis)), host);
            } catch (SQLException problem) {
                last = problem;
                if (!ConnectProblems.isOfOneHost(problem)) {
                    break;
                }
            }
        }
        throw last;
    }

    private Connection login(PostgresAddress.Host host, long millis) throws SQLException {
        String password = address.get(PostgresOption.PASSWORD);
        if (password == null) {
            password = passwords.find(address, host);
        }
        try {
            Properties properties = properties(host, millis);
            // Never null, or the driver would look for one in files that it does not check.
            properties.setProperty("password", password == null ? "" : password);
            return connect(properties);
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
        properties.setProperty("loginTimeout", Float.toString(millis / 1000f));
        properties.setProperty("connectTimeout", Long.toString((millis + 999) / 1000));
        properties.setProperty("socketTimeout", Integer.toString(address.socketSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        // Row values stay out of messages.
        properties.setProperty("logServerErrorDetail", "false");
        // A pooler may give each transaction another server, which knows nothing of statements that have a name.
        properties.setProperty("prepareThreshold", "0");
        // Lists come in pieces, so that memory does not grow with them.
        properties.setProperty("defaultRowFetchSize", "1000");
        // So that the application's name is sent with the login, which saves a round trip.
        properties.setProperty("assumeMinServerVersion", "9.0");
        return properties;
    }

    /** The driver sends this machine's time zone along, by names that the server need not know. Nothing here needs one. */
    private static Connection connect(Properties properties) throws SQLException {
        synchronized (PostgresConnector.class) {
            TimeZone zone = TimeZone.getDefault();
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            try {
                return new Driver().connect("jdbc:postgresql:///", properties);
            } finally {
                TimeZone.setDefault(zone);
            }
        }
    }

    /** The connection, where its server is of the kind that the address asks for and can hold a store. */
    private Connection fitting(Connection connection, PostgresAddress.Host host) throws SQLException {
        try {
            String encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
            if (encoding != null && !encoding.equals("UTF8")) {
                throw ConnectProblems.encoding(encoding, address);
            }
            String wanted = address.get(PostgresOption.TARGET_SESSION_ATTRIBUTES);
            if (wanted != null && !wanted.equals("any") && !fits(connection, wanted)) {
                throw new WrongServer(host + " is not " + wanted);
            }
            return connection;
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
    }

    private static boolean fits(Connection connection, String wanted) {
        try (Sql query = new Sql(
                connection,
                "SELECT pg_is_in_recovery()::int, (current_setting('transaction_read_only') = 'on')::int")) {
            query.next();
            boolean standby = query.number(1) == 1;
            boolean readOnly = query.number(2) == 1;
            return switch (wanted) {
                case "primary" -> !standby;
                case "standby" -> standby;
                case "read-only" -> readOnly;
                default -> !readOnly;
            };
        }
    }
}
