package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Differences between the supported databases. Both share the SQL of the tables. */
public interface Dialect {
    /**
     * Connects, checks that the store is an orgctl store of the current version, and begins a transaction. If the store
     * does not exist, the session is an empty in-memory store; for a CHANGE, it is a new store that is put in place on
     * commit.
     *
     * @throws Failure DAMAGED if it is not an orgctl store, damaged or newer; IO if it can't be written
     */
    public Session begin(Store.Purpose purpose) throws SQLException;

    /**
     * Whether the error is transient, so that an immediate retry may succeed.
     *
     * @param wasThere whether the store existed when the transaction began
     */
    public boolean mayPass(SQLException problem, boolean wasThere);

    /**
     * Whether a change was committed although the commit received no answer. If it was not, this call ensures that it
     * can't be committed later.
     *
     * @param command {@link UnknownOutcome#command}
     * @throws SQLException if the outcome can't be determined now
     */
    default boolean wasMade(String command) throws SQLException {
        throw new IllegalStateException("every commit is answered");
    }

    /**
     * Begins a transaction again, as {@link #begin} does, after a conflict with another one. Waits in the queue of
     * transactions that failed with a conflict, so that none of them starves.
     *
     * @param problem the error that ended the previous attempt
     */
    default Session beginAgain(Store.Purpose purpose, SQLException problem) throws SQLException {
        return begin(purpose);
    }

    /** Translates a database error into a failure; returns null if it can only be a bug. */
    public Failure failure(SQLException problem);

    /**
     * Action that cancels the work of a running transaction on a server, from any thread; null if there is no server.
     */
    default Runnable cancellation() {
        return null;
    }

    /** Failure for a change whose outcome could not be determined. */
    default Failure unknown(UnknownOutcome outcome) {
        throw new IllegalStateException("every commit is answered", outcome);
    }

    /** Exception for a database error that can only be a bug. */
    public default IllegalStateException bug(SQLException problem) {
        return new IllegalStateException(problem.getMessage(), problem);
    }

    /** Display name of the store, without its password. */
    public String location();

    /** The {@code LIKE} operator that ignores the case of ASCII letters. */
    public String like();

    /**
     * Condition that what stands before it is among the values of a query, which may refer to the tables before it. An
     * index on what stands before it is used.
     */
    public String among(String query);

    /** {@code sqlite} or {@code postgresql}. */
    public String kind();

    /** Name and version of the database engine. */
    public String engine(Connection connection) throws SQLException;

    /** Number of the newest migration applied to an existing store. */
    public int version(Connection connection) throws SQLException;

    /** Size of the store in bytes, or -1 if unknown. */
    long bytes(Connection connection) throws SQLException;

    /**
     * Copies an existing store to a file.
     *
     * @return size of the file in bytes
     * @throws Failure as {@link io.github.orgctl.core.port.StoreInspection#backup}
     */
    long backup(Connection connection, BackupFile file) throws SQLException;

    /** Overwrites deleted data, as far as the database allows. */
    public Store.Scrub scrub() throws SQLException;

    /** SQL clause after an insert's column list that allows explicit values in identity columns. */
    public String overriding();

    /** Prepares the transaction for a bulk load. */
    public void beginLoad(Connection connection) throws SQLException;

    /**
     * Ends the bulk load of a table: identity columns continue after the highest value, and planner statistics are
     * updated.
     */
    public void endLoad(Connection connection, String table) throws SQLException;

    /** Adds a finding about the integrity of the database's own structures. */
    public void checkIntegrity(Connection connection, List<Finding> findings) throws SQLException;

    /** Adds findings about the store's location, permissions and settings. */
    public void checkPlace(Connection connection, List<Finding> findings) throws SQLException;

    /** The store's file, or null if it is not a file. */
    public Path file();
}
