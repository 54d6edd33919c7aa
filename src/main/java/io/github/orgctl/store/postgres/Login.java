package io.github.orgctl.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/**
 * A login with a time limit, run in its own thread. The driver's entry class offers the same, but reads defaults from
 * files and takes longer to load than the login itself.
 */
final class Login implements Callable<Connection> {
    private final HostSpec[] server;
    private final Properties properties;
    private Connection made;
    private boolean abandoned;

    Login(PostgresAddress.Host host, Properties properties) {
        this.server = new HostSpec[] {new HostSpec(host.isSocket() ? "localhost" : host.name(), host.port())};
        this.properties = properties;
    }

    /**
     * @throws SQLException the driver's error; SQLSTATE class 08 on timeout
     */
    Connection within(long millis) throws SQLException {
        FutureTask<Connection> task = new FutureTask<>(this);
        Thread thread = new Thread(task, "login");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            abandon();
            throw new SQLException("no login within " + millis + " ms", "08001");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException reported) {
                throw reported;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            abandon();
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted during the login", "08001");
        }
    }

    @Override
    public Connection call() throws SQLException {
        Connection connection = new PgConnection(server, properties, "jdbc:postgresql:");
        synchronized (this) {
            made = connection;
            if (abandoned) {
                made.close();
            }
            return made;
        }
    }

    /** Closes the connection, now or when it is made. */
    private synchronized void abandon() throws SQLException {
        abandoned = true;
        if (made != null) {
            made.close();
        }
    }
}
