package io.github.orgctl.store;

import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Finding;
import io.github.orgctl.core.port.Store;
import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/** A store in one SQLite file, which many processes may use at once. */
final class Sqlite implements Dialect {
    // SQLite's own flags for opening, each with SQLITE_OPEN_URI. Never with the one that creates the file.
    private static final String READ_ONLY = "65";
    private static final String READ_WRITE = "66";
    private static final String MEMORY = ":memory:";
    private static final String PATIENCE_MILLIS = "5000";

    private final SqliteFile store;
    private final Migrations migrations;

    Sqlite(String path) {
        this(path, new Migrations("sqlite"));
    }

    Sqlite(String path, Migrations migrations) {
        this.store = new SqliteFile(path);
        this.migrations = migrations;
    }

    @Override
    public Session begin(Store.Purpose purpose) throws SQLException {
        boolean changes = purpose != Store.Purpose.READ;
        if (!store.exists()) {
            return purpose == Store.Purpose.CHANGE ? NewStore.begin(store.place(), migrations) : standIn(store);
        }
        int version = store.version(migrations.newest());
        if (changes && !store.isWritable()) {
            throw readOnly("changed");
        }
        // A log may hold a later version than the file does.
        boolean current = version == migrations.newest() && !store.hasLog();
        Connection connection = changes ? openToChange(purpose) : openToRead();
        try {
            connection.setAutoCommit(false);
            if (current || isCurrent(connection)) {
                return new Session(connection, true);
            }
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
        connection.close();
        upgrade();
        return begin(purpose);
    }

    private static Session standIn(SqliteFile missing) throws SQLException {
        // Fails where it can't be told whether there is a store.
        missing.place();
        return standIn();
    }

    /** An empty store in memory, for what has not been created yet. */
    static Session standIn() throws SQLException {
        Connection connection = connect(MEMORY, READ_WRITE, false);
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
        Connection connection = connect(SqliteFile.uri(store.file()), READ_WRITE, waits);
        configure(connection);
        if (!waits) {
            execute(connection, "PRAGMA busy_timeout = 0");
        }
        return connection;
    }

    /**
     * A reader opens for writing too where it may, because only then can it clear away the files that SQLite needs
     * beside a store in use. Where it may not, it makes none: it takes the file for one that nobody changes.
     */
    private Connection openToRead() throws SQLException {
        String uri = SqliteFile.uri(store.file());
        if (store.isWritable()) {
            return restrained(connect(uri, READ_WRITE, false));
        }
        return restrained(connect(store.hasLog() ? uri : uri + "?immutable=1", READ_ONLY, false));
    }

    /** Functions and views that somebody hid in the file don't run. */
    private static Connection restrained(Connection connection) throws SQLException {
        execute(connection, "PRAGMA trusted_schema = OFF");
        return connection;
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
     */
    static Connection connect(String file, String mode, boolean changes) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("open_mode", mode);
        properties.setProperty("busy_timeout", PATIENCE_MILLIS);
        properties.setProperty("jdbc.get_generated_keys", "false");
        if (changes) {
            properties.setProperty("transaction_mode", "IMMEDIATE");
        }
        // Past the driver's entry class, whose registration and logger a command would have to wait for.
        return new JDBC4Connection("jdbc:sqlite:" + file, file, properties);
    }

    static Connection connectToWrite(File file) throws SQLException {
        return connect(SqliteFile.uri(file), READ_WRITE, true);
    }

    static void execute(Connection connection, String text) throws SQLException {
        // Prepared like the queries that follow, whose classes are loaded anyway.
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        }
    }

    /** Marks the store as ours and as current, within the transaction that made it so. */
    static void stamp(Connection connection, Migrations migrations) throws SQLException {
        execute(connection, "PRAGMA application_id = " + SqliteFile.APPLICATION_ID);
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
            throw readOnly("brought up to date, which this orgctl needs");
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
                "make both writable, or name another store with --store or ORGCTL_STORE");
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
}
