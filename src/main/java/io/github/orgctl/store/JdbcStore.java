package io.github.orgctl.store;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Notices;
import io.github.orgctl.core.port.OutsideTransaction;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.jdbc.Backoff;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.SqlProblem;
import io.github.orgctl.store.jdbc.UnknownOutcome;
import io.github.orgctl.store.postgres.Postgres;
import io.github.orgctl.store.postgres.PostgresAddress;
import io.github.orgctl.store.postgres.PostgresOption;
import io.github.orgctl.store.sqlite.Sqlite;
import io.github.orgctl.store.table.JdbcTx;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A store in a SQLite file or a PostgreSQL database. Each transaction uses its own connection, so a store may be shared
 * between threads and no connection stays open between transactions.
 */
public final class JdbcStore implements Store {
    /** Default time limit for waiting for other transactions. */
    public static final long DEFAULT_WAIT_MILLIS = 30_000;

    private final Dialect dialect;
    private final long waitNanos;

    /**
     * @param waitMillis how long to retry work that fails with a transient error
     */
    public JdbcStore(Dialect dialect, long waitMillis) {
        this.dialect = dialect;
        this.waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
    }

    /** Opens a store without notices and with the default time limit for waiting. */
    public static Store open(String location, Map<String, String> environment) {
        return open(location, environment, null, DEFAULT_WAIT_MILLIS, false);
    }

    /**
     * Returns the store at a location. Nothing is opened, read or created before the first transaction.
     *
     * @param location path of a SQLite file, or a {@code postgresql://} URL
     * @param environment supplies settings that a URL omits ({@link PostgresOption#variable}), such as the password
     * @param notices receives warnings about ignored settings; may be null
     * @param waitMillis how long a transaction waits for other users of the store
     * @param mayBeStale whether reads may show an older state, if the location prefers servers that have one
     * @throws Failure USAGE if the location is neither
     */
    public static Store open(
            String location, Map<String, String> environment, Notices notices, long waitMillis, boolean mayBeStale) {
        if (isServer(location)) {
            PostgresAddress address = PostgresAddress.parse(location, environment);
            return new JdbcStore(
                    new Postgres(address, notices, waitMillis, mayBeStale, new Migrations("postgres")), waitMillis);
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
     * Returns a store's location without its password, for display, logs and records; {@code store info} prints the
     * same text.
     *
     * @param location as for {@link #open(String, Map)}
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
        SQLException before = null;
        while (true) {
            try {
                return once(purpose, work, before);
            } catch (OutsideTransaction needed) {
                needed.run();
            } catch (SQLException problem) {
                boolean again = purpose != Purpose.NOTE && dialect.mayPass(problem, attempt > 1) && hasTime(began);
                if (!again) {
                    throw translated(problem);
                }
                Backoff.afterAttempt(attempt++);
                before = problem;
            }
        }
    }

    private boolean hasTime(long began) {
        return System.nanoTime() - began < waitNanos;
    }

    /**
     * @param before the error that ended the previous attempt; null for the first attempt
     */
    private <R> R once(Purpose purpose, Work<R> work, SQLException before) throws SQLException {
        R result = null;
        UnknownOutcome unknown = null;
        try {
            Session session = before == null ? dialect.begin(purpose) : dialect.beginAgain(purpose, before);
            try {
                result = work.in(new JdbcTx(session, dialect));
                if (purpose == Purpose.CHANGE || purpose == Purpose.NOTE) {
                    session.commit();
                }
            } catch (UnknownOutcome lost) {
                unknown = lost;
            } finally {
                session.close();
            }
        } catch (SqlProblem problem) {
            throw problem.reported();
        }
        if (unknown != null && !wasMade(unknown)) {
            throw unknown.reason();
        }
        return result;
    }

    /**
     * @throws Failure BUSY if the outcome could not be determined in time
     */
    private boolean wasMade(UnknownOutcome unknown) {
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return dialect.wasMade(unknown.command());
            } catch (SQLException | RuntimeException problem) {
                if (!hasTime(began)) {
                    throw dialect.unknown(unknown);
                }
                Backoff.afterAttempt(attempt);
            }
        }
    }

    @Override
    public Scrub scrub() {
        try {
            return dialect.scrub();
        } catch (SQLException problem) {
            throw translated(problem);
        } catch (SqlProblem problem) {
            throw translated(problem.reported());
        }
    }

    private RuntimeException translated(SQLException problem) {
        Failure failure = dialect.failure(problem);
        return failure != null ? failure : dialect.bug(problem);
    }

    @Override
    public Runnable cancellation() {
        return dialect.cancellation();
    }

    @Override
    public void close() {
        // Connections don't outlive their transactions.
    }
}
