package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.jdbc.Backoff;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.Overtaken;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** A store in one SQLite file, which many processes may use at once. */
public final class Sqlite implements Dialect {
    // SQLite's own flags for opening, each with SQLITE_OPEN_URI. Never with the one that creates the file.
    static final String READ_ONLY = "65";
    public static final String READ_WRITE = "66";
    private static final String MEMORY = ":memory:";
    private static final int NAME_CHECKS = 10;
    private static final int NAME_CHECK_PAUSE_MILLIS = 20;

    private final SqliteFile store;
    private final Migrations migrations;
    private final long waitMillis;

    public Sqlite(String path, long waitMillis) {
        this(path, new Migrations("sqlite"), waitMillis);
    }

    /**
     * @param waitMillis how long it waits for other processes that use the store
     */
    public Sqlite(String path, Migrations migrations, long waitMillis) {
        this.store = new SqliteFile(path);
        this.migrations = migrations;
        this.waitMillis = waitMillis;
    }

    @Override
    public Session begin(Store.Purpose purpose) throws SQLException {
        SqliteLog log = new SqliteLog(store);
        if (!store.exists()) {
            log.refuseWithoutStore();
            return purpose == Store.Purpose.CHANGE ? NewStore.begin(store.place(), migrations) : standIn(store);
        }
        SqliteHeader header = store.header(migrations.newest());
        boolean changes = purpose != Store.Purpose.READ;
        if (changes) {
            refuseUnwritable();
        }
        log.refuseForeign(header.isWal(), waitMillis);
        // A log may hold a later version than the file does.
        boolean current = header.userVersion() == migrations.newest() && !store.hasLog();
        Connection connection = changes ? openToChange(purpose) : openToRead();
        try {
            connection.setAutoCommit(false);
            if (current || isCurrent(connection)) {
                return changes ? new SqliteSession(connection) : new Session(connection, true);
            }
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
        connection.close();
        upgrade();
        return begin(purpose);
    }

    private void refuseUnwritable() {
        if (!store.isWritable()) {
            throw readOnly("changed");
        }
        StoreDrafts.sweep(store.file().toPath());
        String problem = new StoreNames(store.file()).problem();
        // A store that has just been made, or whose maker was killed then, still has the name of its draft.
        for (int checks = 1; problem != null && checks < NAME_CHECKS; checks++) {
            StoreDrafts.sweep(store.file().toPath());
            Backoff.millis(NAME_CHECK_PAUSE_MILLIS);
            problem = new StoreNames(store.file()).problem();
        }
        if (problem != null) {
            throw new Failure(
                    Failure.Kind.IO,
                    "the store " + store.shown() + " can't be changed: " + problem,
                    "remove its other names, or mount its folder instead of the file");
        }
    }

    private static Session standIn(SqliteFile missing) throws SQLException {
        // Fails where it can't be told whether there is a store.
        missing.place();
        return standIn();
    }

    /** An empty store in memory, for what has not been created yet. */
    public static Session standIn() throws SQLException {
        Connection connection = connect(MEMORY, READ_WRITE, false, null);
        try {
            configure(connection);
            connection.setAutoCommit(false);
            new Migrations("sqlite").run(connection, 0);
            return new Session(connection, false);
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
    }

    private Connection openToChange(Store.Purpose purpose) throws SQLException {
        boolean waits = purpose != Store.Purpose.NOTE;
        LockWait wait = waits ? new LockWait(waitMillis, store.file()) : null;
        Connection connection = connect(SqliteFile.uri(store.file()), READ_WRITE, waits, wait);
        try {
            configure(connection);
            return connection;
        } catch (SQLException problem) {
            connection.close();
            throw problem;
        }
    }

    /**
     * A reader opens for writing too where it may, because only then can it clear away the files that SQLite needs
     * beside a store in use. Where it may not, it reads along with those who have the store open, and else from a copy,
     * since nothing tells a writer that comes meanwhile to wait.
     */
    private Connection openToRead() throws SQLException {
        String uri = SqliteFile.uri(store.file());
        LockWait wait = new LockWait(waitMillis, null);
        if (store.isWritable()) {
            return restrained(connect(uri, READ_WRITE, false, wait));
        }
        if (store.hasLog() && store.sharedMemory().exists()) {
            try {
                return opened(connect(uri, READ_ONLY, false, wait));
            } catch (SqlProblem | SQLException notInUse) {
                // Read from a copy.
            }
        }
        try (PrivateCopy copy = PrivateCopy.of(store, waitMillis)) {
            // With all its files open, the copy can be removed.
            return opened(copy.open());
        }
    }

    /** The connection with all its files open, which it else opens when they are needed. */
    private Connection opened(Connection connection) throws SQLException {
        try {
            version(restrained(connection));
            return connection;
        } catch (SqlProblem problem) {
            connection.close();
            throw problem;
        }
    }

    /** Functions and views that somebody hid in the file don't run. */
    private static Connection restrained(Connection connection) throws SQLException {
        try {
            execute(connection, "PRAGMA trusted_schema = OFF");
            return connection;
        } catch (SQLException problem) {
            connection.close();
            throw problem;
        }
    }

    /** What every connection that may write needs, before its transaction. */
    static void configure(Connection connection) throws SQLException {
        execute(connection, "PRAGMA trusted_schema = OFF");
        execute(connection, "PRAGMA foreign_keys = ON");
        execute(connection, "PRAGMA synchronous = FULL");
        // In KiB. Only a long transaction takes so much, whose index would else be written over and over.
        execute(connection, "PRAGMA cache_size = -32768");
    }

    /**
     * @param file a path, {@link SqliteFile#uri} or {@code :memory:}; must exist
     * @param changes whether its transactions take the lock for writing when they begin
     * @param wait for a lock that another connection has; null gives up at once
     */
    public static SqliteConnection connect(String file, String mode, boolean changes, LockWait wait)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("open_mode", mode);
        properties.setProperty("busy_timeout", "0");
        properties.setProperty("jdbc.get_generated_keys", "false");
        if (changes) {
            properties.setProperty("transaction_mode", "IMMEDIATE");
        }
        return SqliteConnection.open(file, properties, wait);
    }

    static void execute(Connection connection, String text) throws SQLException {
        // Prepared like the queries that follow, whose classes are loaded anyway.
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        }
    }

    /** Marks the store as ours and as current, within the transaction that made it so. */
    static void stamp(Connection connection, Migrations migrations) throws SQLException {
        execute(connection, "PRAGMA application_id = " + SqliteHeader.APPLICATION_ID);
        execute(connection, "PRAGMA user_version = " + migrations.newest());
    }

    private boolean isCurrent(Connection connection) {
        int version = version(connection);
        store.rejectNewer(version, migrations.newest());
        return version == migrations.newest();
    }

    @Override
    public int version(Connection connection) {
        try (Sql query = new Sql(connection, "PRAGMA user_version")) {
            query.next();
            return (int) query.number(1);
        }
    }

    private void upgrade() throws SQLException {
        if (!store.isWritable()) {
            throw readOnly("upgraded, which this orgctl requires");
        }
        try (Connection connection = openToChange(Store.Purpose.CHANGE)) {
            connection.setAutoCommit(false);
            // Asked for once more, now that nobody else can do the same.
            int version = version(connection);
            store.rejectNewer(version, migrations.newest());
            migrations.run(connection, version);
            stamp(connection, migrations);
            connection.setAutoCommit(true);
        }
    }

    private Failure readOnly(String what) {
        return new Failure(
                Failure.Kind.IO,
                "the store " + store.shown() + " can't be " + what + ": the file or its folder is read-only",
                Advice.MAKE_STORE_WRITABLE.of());
    }

    @Override
    public boolean mayPass(SQLException problem) {
        return problem instanceof Overtaken;
    }

    @Override
    public Failure failure(SQLException problem) {
        return SqliteProblems.failure(problem, store.shown());
    }

    @Override
    public String location() {
        return store.shown();
    }

    @Override
    public String kind() {
        return "sqlite";
    }

    @Override
    public String engine(Connection connection) {
        try (Sql query = new Sql(connection, "SELECT sqlite_version()")) {
            query.next();
            return "SQLite " + query.text(1);
        }
    }

    @Override
    public long bytes(Connection connection) {
        return store.bytes();
    }

    @Override
    public void check(Connection connection, List<Finding> findings) {
        new SqliteCheck(store, connection).run(findings);
    }

    @Override
    public long backup(Connection connection, BackupFile file) {
        return new SqliteBackup(store, (SqliteConnection) connection).writeTo(file);
    }
}
