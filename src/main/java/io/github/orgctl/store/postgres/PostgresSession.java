package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/** A transaction on a server, which may be lost at any moment: also at the one when it commits. */
final class PostgresSession extends Session {
    /** Where the server warns that it has committed without its standby; the warning's text is in the server's language. */
    private static final String WAIT_FOR_STANDBY = "SyncRepWaitForLSN";

    private final String store;

    PostgresSession(Connection connection, String store) {
        super(connection, true);
        this.store = store;
    }

    /**
     * @throws SQLException when the server has refused the change, so that nothing was changed
     * @throws Failure BUSY when it is not known whether the change was made
     */
    @Override
    public void commit() throws SQLException {
        try {
            connection.commit();
        } catch (SQLException problem) {
            if (PostgresProblems.isRefusal(problem)) {
                throw problem;
            }
            throw new Failure(
                    Failure.Kind.BUSY,
                    "it is not known whether the change was made: the connection to the store " + store
                            + " was lost while it was committed",
                    Advice.CHECK_BEFORE_RETRYING.of(),
                    problem);
        }
        for (SQLWarning warning = connection.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (isOfStandby(warning)) {
                throw new Failure(
                        Failure.Kind.BUSY,
                        "it is not known whether the change is durable: the store " + store
                                + " committed it without waiting for its standby",
                        Advice.CHECK_BEFORE_RETRYING.of());
            }
        }
    }

    private static boolean isOfStandby(SQLWarning warning) {
        ServerErrorMessage message = warning instanceof PSQLWarning told ? told.getServerErrorMessage() : null;
        return message != null && WAIT_FOR_STANDBY.equals(message.getRoutine());
    }

    /** Ends the transaction first: a pooler drops the server's connection of a client that leaves within one. */
    @Override
    public void close() {
        try (Connection closing = connection) {
            closing.rollback();
        } catch (SQLException nothingToLose) {
            // Committed work is safe by now, and the rest was to be taken back anyway.
        }
    }
}
