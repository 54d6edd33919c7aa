package io.github.orgctl.store;

import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.port.OutsideTransaction;
import io.github.orgctl.core.port.Store;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A store in a SQLite file or a PostgreSQL database. Each transaction has a connection of its own, so that one store
 * may serve several threads and nothing stays open between transactions.
 */
public final class JdbcStore implements Store {
    private static final int ATTEMPTS = 12;
    private static final int LONGEST_PAUSE_MILLIS = 500;

    private final Dialect dialect;

    JdbcStore(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * A store at this place. Nothing is opened, read or created before the first transaction.
     *
     * @param location the path of a file, or a {@code postgresql://} address
     * @param environment where a server's password may come from ({@code PGPASSWORD}, {@code PGPASSFILE}) and what the
     *     address leaves out ({@code PGHOST}, {@code PGPORT}, {@code PGUSER}, {@code PGDATABASE})
     * @throws Failure USAGE when the location can't be either
     */
    public static Store open(String location, Map<String, String> environment) {
        if (location.startsWith("postgresql://") || location.startsWith("postgres://")) {
            return new JdbcStore(new Postgres(PostgresAddress.parse(location, environment)));
        }
        int scheme = location.indexOf("://");
        if (scheme > 0 && location.indexOf('/') > scheme) {
            throw Failure.usage(
                    "the store can't be at a " + location.substring(0, scheme) + " address",
                    "name a file, or a postgresql:// address");
        }
        return new JdbcStore(new Sqlite(location));
    }

    @Override
    public <R> R inTx(Purpose purpose, Work<R> work) {
        int attempt = 1;
        while (true) {
            try {
                return once(purpose, work);
            } catch (OutsideTransaction needed) {
                needed.run();
            } catch (SQLException problem) {
                if (attempt == ATTEMPTS || purpose == Purpose.NOTE || !dialect.mayPass(problem)) {
                    throw translated(problem);
                }
                pause(attempt++);
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
        return failure != null ? failure : new IllegalStateException(problem.getMessage(), problem);
    }

    /** Waits longer each time, and never as long as a rival does, so that two don't collide for ever. */
    private static void pause(int attempt) {
        int longest = Math.min(LONGEST_PAUSE_MILLIS, 4 << attempt);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(longest) + 1L);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Kind.BUSY, "interrupted while waiting for the store");
        }
    }

    @Override
    public void close() {
        // Connections don't outlive their transactions.
    }
}
