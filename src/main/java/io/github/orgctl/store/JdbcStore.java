package io.github.orgctl.store;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Notices;
import io.github.orgctl.core.port.OutsideTransaction;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.jdbc.Backoff;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.SqlProblem;
import io.github.orgctl.store.postgres.Postgres;
import io.github.orgctl.store.postgres.PostgresAddress;
import io.github.orgctl.store.postgres.PostgresOption;
import io.github.orgctl.store.sqlite.Sqlite;
import io.github.orgctl.store.table.JdbcTx;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A store in a SQLite file or a PostgreSQL database. Each transaction has a connection of its own, so that one store
 * may serve several threads and nothing stays open between transactions.
 */
public final class JdbcStore implements Store {
    /** Default time to wait for other transactions. */
    public static final long DEFAULT_WAIT_MILLIS = 30_000;

    private final Dialect dialect;
    private final long waitNanos;

    /**
     * @param waitMillis how long work is run again that meets what may pass
     */
    public JdbcStore(Dialect dialect, long waitMillis) {
        this.dialect = dialect;
        this.waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
    }

    /** A store that gives no notices, and whose transactions wait for others as long as is usual. */
    public static Store open(String location, Map<String, String> environment) {
        return open(location, environment, null, DEFAULT_WAIT_MILLIS);
    }

    /**
     * A store at this place. Nothing is opened, read or created before the first transaction.
     *
     * @param location the path of a file, or a {@code postgresql://} address
     * @param environment what a server's address leaves out ({@link PostgresOption#variable}), such as its password
     * @param notices told of what is ignored; may be null
     * @param waitMillis how long a transaction waits for others that use the store
     * @throws Failure USAGE when the location can't be either
     */
    public static Store open(String location, Map<String, String> environment, Notices notices, long waitMillis) {
        if (isServer(location)) {
            return new JdbcStore(new Postgres(PostgresAddress.parse(location, environment), notices), waitMillis);
        }
        int scheme = location.indexOf("://");
        if (scheme > 0 && location.indexOf('/') > scheme) {
            throw Failure.usage(
                    "the store can't be at a " + location.substring(0, scheme) + " address",
                    "name a file, or a postgresql:// address");
        }
        return new JdbcStore(new Sqlite(location, waitMillis), waitMillis);
    }

    /**
     * A store's location as it may be shown, logged or recorded: without a password, and as {@code store info} has it.
     *
     * @param location what {@link #open(String, Map)} takes
     */
    public static String shown(String location, Map<String, String> environment) {
        int scheme = location.indexOf("://");
        if (scheme < 0) {
            return location;
        }
        try {
            return isServer(location)
                    ? PostgresAddress.parse(location, environment).shown()
                    : location.substring(0, scheme + 3) + "…";
        } catch (Failure malformed) {
            return location.substring(0, scheme + 3) + "…";
        }
    }

    private static boolean isServer(String location) {
        return location.startsWith("postgresql://") || location.startsWith("postgres://");
    }

    @Override
    public <R> R inTx(Purpose purpose, Work<R> work) {
        long began = System.nanoTime();
        int attempt = 1;
        while (true) {
            try {
                return once(purpose, work);
            } catch (OutsideTransaction needed) {
                needed.run();
            } catch (SQLException problem) {
                boolean again =
                        purpose != Purpose.NOTE && dialect.mayPass(problem) && System.nanoTime() - began < waitNanos;
                if (!again) {
                    throw translated(problem);
                }
                Backoff.afterAttempt(attempt++);
            }
        }
    }

    private <R> R once(Purpose purpose, Work<R> work) throws SQLException {
        try {
            Session session = dialect.begin(purpose);
            try {
                R result = work.in(new JdbcTx(session, dialect));
                if (purpose == Purpose.CHANGE || purpose == Purpose.NOTE) {
                    session.commit();
                }
                return result;
            } finally {
                session.close();
            }
        } catch (SqlProblem problem) {
            throw problem.reported();
        }
    }

    private RuntimeException translated(SQLException problem) {
        Failure failure = dialect.failure(problem);
        return failure != null ? failure : dialect.bug(problem);
    }

    @Override
    public void close() {
        // Connections don't outlive their transactions.
    }
}
