package io.github.orgctl.store.postgres;

import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.UnknownOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * A transaction on a server. The connection may be lost at any time, including during the commit. Each change therefore
 * records its id in the table {@code command}, which {@link #wasMade} looks up afterwards.
 */
final class PostgresSession extends Session {
    /**
     * Server routine that warns about a commit not confirmed by the standby. The warning's text is localized, its
     * routine name is not.
     */
    private static final String WAIT_FOR_STANDBY = "SyncRepWaitForLSN";

    /** Time limit for the answer to a commit: the server waits indefinitely for a synchronous standby that is down. */
    private static final int COMMIT_SECONDS = 15;

    private static final String NOW = "CAST(EXTRACT(EPOCH FROM now()) * 1000 AS BIGINT)";
    private static final String FORGET = "DELETE FROM command WHERE at < " + NOW + " - 86400000; ";

    private final Store.Purpose purpose;
    private final int commitMillis;

    /**
     * @param socketSeconds time limit for a single response
     */
    PostgresSession(Connection connection, Store.Purpose purpose, int socketSeconds) {
        super(connection, true);
        this.purpose = purpose;
        this.commitMillis = Math.min(COMMIT_SECONDS, socketSeconds) * 1000;
    }

    /**
     * @throws UnknownOutcome if no server confirmed that the change was made and is durable
     * @throws SQLException if the server refused the change; nothing was changed
     */
    @Override
    public void commit() throws SQLException {
        if (purpose != Store.Purpose.CHANGE) {
            connection.commit();
            return;
        }
        String command = UUID.randomUUID().toString();
        // Clean up in one of 256 changes instead of in every change.
        String forget = command.startsWith("00") ? FORGET : "";
        commit(command, "INSERT INTO command (id, made, at) VALUES ('" + command + "', 1, " + NOW + "); " + forget);
    }

    /**
     * Whether a change was committed, checked in a separate transaction. If it was not, this call ensures that it can't
     * be committed later. Waits for a change that is still in progress; the answer is as durable as the change.
     *
     * @throws SQLException if the outcome can't be determined now
     */
    boolean wasMade(String command) throws SQLException {
        boolean made;
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("INSERT INTO command (id, made, at) VALUES ('" + command + "', 0, "
                        + NOW + ") ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at RETURNING made")) {
            row.next();
            made = row.getInt(1) == 1;
        }
        commit(command, "");
        return made;
    }

    /**
     * @param last SQL to run in the same message, before the commit
     */
    private void commit(String command, String last) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, commitMillis);
            statement.execute(last + "COMMIT");
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                if (isOfStandby(warning)) {
                    throw new UnknownOutcome(command, warning);
                }
            }
        } catch (UnknownOutcome unknown) {
            throw unknown;
        } catch (SQLException problem) {
            throw PostgresProblems.isRefusal(problem) ? problem : new UnknownOutcome(command, problem);
        }
    }

    private static boolean isOfStandby(SQLWarning warning) {
        ServerErrorMessage message = warning instanceof PSQLWarning told ? told.getServerErrorMessage() : null;
        return message != null && WAIT_FOR_STANDBY.equals(message.getRoutine());
    }

    /**
     * Ends the transaction first: a pooler closes the server connection of a client that disconnects within a
     * transaction.
     */
    @Override
    public void close() {
        try (Connection closing = connection) {
            closing.rollback();
        } catch (SQLException nothingToLose) {
            // Errors on close don't matter: changes are either committed or rolled back.
        }
    }
}
