package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Differences between the supported databases. All share the tables' SQL. */
public interface Dialect {
    /**
     * Connects, looks that the store is ours and current, and begins a transaction. A store that is missing becomes an
     * empty stand-in in memory, or for a CHANGE one that appears in its place when it is committed.
     *
     * @throws Failure DAMAGED when it is not ours, damaged or newer; IO when it can't be written
     */
    public Session begin(Store.Purpose purpose) throws SQLException;

    /** Whether the same work may succeed when it is run again at once. */
    public boolean mayPass(SQLException problem);

    /** Failure for a problem, or null if it can only be a bug. */
    Failure failure(SQLException problem);

    /** Exception for a problem that can only be a bug. */
    default IllegalStateException bug(SQLException problem) {
        return new IllegalStateException(problem.getMessage(), problem);
    }

    /** Display name of the store, without password. */
    String location();

    /** {@code sqlite} or {@code postgresql}. */
    public String kind();

    /** The database's own name and version. */
    public String engine(Connection connection) throws SQLException;

    /** The number of the newest migration that an existing store has seen. */
    public int version(Connection connection) throws SQLException;

    /** Size of the store in bytes, or -1 if unknown. */
    long bytes(Connection connection) throws SQLException;

    /**
     * Copies an existing store to a file.
     *
     * @return the size of the file in bytes
     * @throws Failure as {@link io.github.orgctl.core.port.StoreInspection#backup}
     */
    long backup(Connection connection, BackupFile file) throws SQLException;

    /** Adds what can be checked about this kind of store only. */
    public void check(Connection connection, List<Finding> findings) throws SQLException;
}
