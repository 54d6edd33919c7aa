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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** A store in a SQLite file, which several processes may use concurrently. */
public final class Sqlite implements Dialect {
    // SQLite's flags for opening a file, each including SQLITE_OPEN_URI. Never SQLITE_OPEN_CREATE.
    static final String READ_ONLY = "65";
    public static final String READ_WRITE = "66";
    private static final String MEMORY = ":memory:";
    private static final int NAME_CHECKS = 10;
    private static final int NAME_CHECK_PAUSE_MILLIS = 20;

    private final SqliteFile store;
    private final Migrations migrations;
    private final long waitMillis;
    private final boolean makesFolders;

    public Sqlite(String path, long waitMillis) {
        this(path, new Migrations("sqlite"), waitMillis);
    }

    /**
     * @param waitMillis how long to wait for other processes that use the store
     */
    public Sqlite(String path, Migrations migrations, long waitMillis) {
        this(path, null, migrations, waitMillis, true);
    }

    /**
     * @param name name of the store in error messages; null for its path
     * @param makesFolders whether a new store makes its folder
     */
    Sqlite(String path, String name, Migrations migrations, long waitMillis, boolean makesFolders) {
        this.store = new SqliteFile(path, name);
        this.migrations = migrations;
        this.waitMillis = waitMillis;
        this.makesFolders = makesFolders;
    }

    @Override
    public Session begin(Store.Purpose purpose) throws SQLException {
        SqliteLog log = new SqliteLog(store);
        if (!store.exists()) {
            log.refuseWithoutStore();
            return purpose == Store.Purpose.CHANGE
                    ? NewStore.begin(store.place(), migrations, makesFolders)
                    : standIn(store);
        }
        Object identity = store.identity();
        SqliteHeader header = store.header(migrations.newest());
        boolean changes = !purpose.isRead();
        if (changes) {
            refuseUnwritable();
        }
        log.refuseForeign(header.isWal(), waitMillis);
        // The write-ahead log may hold a later version than the file.
        boolean current = header.userVersion() == migrations.newest() && !store.hasLog();
        Connection connection = changes ? openToChange(purpose) : openToRead();
        try {
            connection.setAutoCommit(false);
            if (current || isCurrent(connection)) {
                return changes ? new SqliteSession(connection, store, identity) : new Session(connection, true);
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
        // A store that was just created, or whose creator was killed at that moment, still has its draft name as a
        // second hard link.
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
        // Fails if the store's existence can't be determined.
        missing.place();
        return standIn();
    }

    /** An empty in-memory store, used while the store does not exist. */
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
     * Opens a connection for reading. Readers open the file for writing if permitted, because only then can SQLite
     * remove its companion files afterwards. Otherwise, or if the disk is full, the reader shares the files of the
     * processes that have the store open. If there are none, it reads a copy, because nothing would make a new writer
     * wait for it.
     */
    private Connection openToRead() throws SQLException {
        String uri = SqliteFile.uri(store.file());
        LockWait wait = new LockWait(waitMillis, null);
        if (store.isWritable() && store.canShareMemory()) {
            return restrained(connect(uri, READ_WRITE, false, wait));
        }
        if (store.hasLog() && store.sharedMemory().exists()) {
            try {
                return opened(connect(uri, READ_ONLY, false, wait));
            } catch (SqlProblem | SQLException notInUse) {
                // Fall back to a copy.
            }
        }
        try (PrivateCopy copy = PrivateCopy.of(store, waitMillis)) {
            // Once all its files are open, the copy can be deleted.
            return opened(copy.open());
        }
    }

    /** Returns the connection with all its files open, which SQLite otherwise opens on demand. */
    private Connection opened(Connection connection) throws SQLException {
        try {
            version(restrained(connection));
            return connection;
        } catch (SqlProblem problem) {
            connection.close();
            throw problem;
        }
    }

    /** Prevents functions and views planted in the file from running. */
    private static Connection restrained(Connection connection) throws SQLException {
        try {
            execute(connection, "PRAGMA trusted_schema = OFF");
            return connection;
        } catch (SQLException problem) {
            connection.close();
            throw problem;
        }
    }

    /** Configures a connection that may write, before its transaction. */
    static void configure(Connection connection) throws SQLException {
        execute(connection, "PRAGMA trusted_schema = OFF");
        execute(connection, "PRAGMA foreign_keys = ON");
        execute(connection, "PRAGMA synchronous = FULL");
        // Overwrite deleted content with zeros.
        execute(connection, "PRAGMA secure_delete = ON");
        // In KiB. Only a long transaction uses this much; its index pages would otherwise be written repeatedly.
        execute(connection, "PRAGMA cache_size = -32768");
    }

    /**
     * @param file path, {@link SqliteFile#uri} or {@code :memory:}; must exist
     * @param changes whether transactions acquire the write lock when they begin
     * @param wait busy handler; null gives up immediately
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
        // A prepared statement, because later queries need its classes anyway.
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        }
    }

    /** Marks the file as an orgctl store of the current version, within the transaction that creates or migrates it. */
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
            // Read again under the write lock, since another process may have migrated it meanwhile.
            int version = version(connection);
            store.rejectNewer(version, migrations.newest());
            migrations.run(connection, version);
            stamp(connection, migrations);
            connection.setAutoCommit(true);
        }
    }

    @Override
    public Store.Scrub scrub() throws SQLException {
        if (!store.exists()) {
            return Store.Scrub.DONE;
        }
        try (Connection connection = openToChange(Store.Purpose.CHANGE)) {
            return new SqliteScrub(connection).run();
        }
    }

    private Failure readOnly(String what) {
        return new Failure(
                Failure.Kind.IO,
                "the store " + store.shown() + " can't be " + what + ": the file or its folder is read-only",
                Advice.MAKE_STORE_WRITABLE.of());
    }

    @Override
    public boolean mayPass(SQLException problem, boolean wasThere) {
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
    public String like() {
        return "LIKE";
    }

    @Override
    public String among(String query) {
        return "IN (" + query + ")";
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
    public void checkIntegrity(Connection connection, List<Finding> findings) {
        findings.add(SqliteCheck.integrity(connection));
        findings.add(SqliteCheck.foreignKeys(connection));
    }

    @Override
    public void checkPlace(Connection connection, List<Finding> findings) {
        new SqliteCheck(store, connection).run(findings);
    }

    @Override
    public Path file() {
        return store.file().toPath();
    }

    @Override
    public String overriding() {
        return "";
    }

    @Override
    public void beginLoad(Connection connection) {
        // Nothing to prepare.
    }

    @Override
    public void endLoad(Connection connection, String table) throws SQLException {
        // A rowid table continues after its highest row number by itself.
        execute(connection, "PRAGMA analysis_limit = 1000");
        execute(connection, "ANALYZE " + table);
    }

    @Override
    public long backup(Connection connection, BackupFile file) {
        return new SqliteBackup(store, (SqliteConnection) connection).writeTo(file);
    }
}
