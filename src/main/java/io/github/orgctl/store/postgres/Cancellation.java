package io.github.orgctl.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;

/**
 * Cancels the server's work for this process and prevents further work. Otherwise the server would notice only when it
 * sends a result, and keep locks and snapshot until then.
 */
final class Cancellation implements Runnable {
    private static final String CANCELED = "57014";

    private volatile Connection connection;
    private volatile boolean canceled;

    /**
     * Sets the connection whose work is cancelled.
     *
     * @throws SQLException if the work was cancelled already
     */
    void of(Connection opened) throws SQLException {
        connection = opened;
        if (canceled) {
            opened.close();
            throw new SQLException("interrupted", CANCELED);
        }
    }

    @Override
    public void run() {
        canceled = true;
        Connection running = connection;
        if (running != null) {
            try {
                QueryExecutor executor = running.unwrap(BaseConnection.class).getQueryExecutor();
                // Once nothing can be sent any more, there is only one statement to cancel.
                running.abort(Runnable::run);
                executor.sendQueryCancel();
            } catch (SQLException unreachable) {
                // Then it ends with the statement's time limit.
            }
        }
    }
}
