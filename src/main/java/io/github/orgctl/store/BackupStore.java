package io.github.orgctl.store;

import io.github.orgctl.core.model.store.DumpHeader;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.StoreContent;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.SqlProblem;
import io.github.orgctl.store.sqlite.ScratchStore;
import io.github.orgctl.store.sqlite.Sqlite;
import io.github.orgctl.store.transfer.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A backup opened as a temporary store, migrated to the current version and deleted on close. The backup itself is not
 * changed.
 */
public final class BackupStore implements AutoCloseable {
    private static final Migrations MIGRATIONS = new Migrations("sqlite");

    /** Schema version of the first migration that supports dumps. */
    private static final int FIRST_DUMPED = 9;

    private final ScratchStore scratch;
    private final String name;

    private BackupStore(ScratchStore scratch, String name) {
        this.scratch = scratch;
        this.name = name;
    }

    /**
     * @param name name of the backup in error messages
     */
    public static BackupStore make(String name) {
        return new BackupStore(ScratchStore.make(name), name);
    }

    /**
     * Takes a copy of the store in a file.
     *
     * @throws Failure DAMAGED if the file is not a store; IO if it can't be read or copied
     */
    public void copy(Path file) {
        scratch.copy(file);
    }

    /**
     * Takes the content of a store's file.
     *
     * @throws Failure DAMAGED if it is not a store
     */
    public void copy(InputStream content) throws IOException {
        scratch.copy(content);
    }

    /**
     * Takes the content of a dump of any supported schema version.
     *
     * @throws Failure DAMAGED if the dump is damaged, does not match the tables of its version, or is newer than this
     *     program
     */
    public void load(DumpHeader header, StoreContent content) {
        int version = header.schemaVersion();
        if (version > MIGRATIONS.newest()) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    name + " was created by a newer orgctl (schema version " + version + "; " + MIGRATIONS.newest()
                            + " is supported)",
                    "upgrade orgctl");
        }
        if (version < FIRST_DUMPED) {
            throw new Failure(
                    Failure.Kind.DAMAGED, name + " has schema version " + version + ", which does not support dumps");
        }
        load(version, header.store().epoch(), content);
    }

    private void load(int version, long epoch, StoreContent content) {
        Sqlite dialect = scratch.dialect(MIGRATIONS.upTo(version));
        try {
            Session session = dialect.begin(Store.Purpose.CHANGE);
            try {
                Transfer.ofSqlite(session, dialect).replaceWith(content, epoch);
                session.commit();
            } finally {
                session.close();
            }
        } catch (SQLException problem) {
            throw translated(dialect, problem);
        } catch (SqlProblem problem) {
            throw translated(dialect, problem.reported());
        }
    }

    /** A row that violates a constraint was never written by this program, so the dump is damaged. */
    private RuntimeException translated(Sqlite dialect, SQLException problem) {
        Failure failure = dialect.failure(problem);
        if (failure == null) {
            return dialect.bug(problem);
        }
        boolean broken = failure.kind() == Failure.Kind.RULE || failure.kind() == Failure.Kind.CONFLICT;
        return broken
                ? new Failure(
                        Failure.Kind.DAMAGED, name + " contains a row that violates a constraint of the store", problem)
                : failure;
    }

    public Store store() {
        return new JdbcStore(scratch.dialect(MIGRATIONS), JdbcStore.DEFAULT_WAIT_MILLIS);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
