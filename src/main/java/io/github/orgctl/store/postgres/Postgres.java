package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import io.github.orgctl.core.port.Notices;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.Overtaken;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import io.github.orgctl.store.jdbc.UnknownOutcome;
import io.github.orgctl.store.sqlite.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * A store in a PostgreSQL or PostgreSQL-compatible database. Its tables are in the first schema of the connection's
 * search path; {@code orgctl_schema} records the applied migrations.
 *
 * <p>All settings are local to a transaction, because a connection pooler may run the next one on another server
 * connection.
 */
public final class Postgres implements Dialect {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String DENIED = "42501";
    private static final String READ_ONLY = "25006";

    private final PostgresAddress address;
    private final Migrations migrations;
    private final PostgresConnector connector;
    private final boolean mayBeStale;
    private final Cancellation cancellation = new Cancellation();
    private final TransactionStart start;

    /**
     * @param waitMillis how long a transaction waits for others
     */
    public Postgres(PostgresAddress address, Notices notices, long waitMillis) {
        this(address, notices, waitMillis, false, new Migrations("postgres"));
    }

    public Postgres(PostgresAddress address, Notices notices, long waitMillis, Migrations migrations) {
        this(address, notices, waitMillis, false, migrations);
    }

    /**
     * @param mayBeStale whether reads may show an older state, which a standby has
     */
    public Postgres(
            PostgresAddress address, Notices notices, long waitMillis, boolean mayBeStale, Migrations migrations) {
        this.address = address;
        this.mayBeStale = mayBeStale;
        this.connector = new PostgresConnector(address, notices);
        this.start = new TransactionStart(address, waitMillis);
        this.migrations = migrations;
    }

    @Override
    public Session begin(Store.Purpose purpose) throws SQLException {
        return begin(purpose, "", mayBeStale && purpose == Store.Purpose.READ);
    }

    /**
     * Takes an exclusive lock before the snapshot, so that the transaction sees what those before it have committed. The
     * lock is not on a second connection, for which a pooler might have none left. First attempts don't queue and may get
     * ahead once. A standby cancels reads that hold up its replication, which the primary doesn't.
     */
    @Override
    public Session beginAgain(Store.Purpose purpose, SQLException problem) throws SQLException {
        if (!PostgresProblems.isCollision(problem)) {
            return begin(purpose);
        }
        try {
            return begin(purpose, "; LOCK TABLE store IN EXCLUSIVE MODE", false);
        } catch (SQLException without) {
            if (PostgresProblems.mayPass(without)) {
                throw without;
            }
            // The table is missing, locking it is not permitted, or the server has no such locks.
            return begin(purpose, "", false);
        }
    }

    /**
     * @param lock statement to append to the transaction's settings; empty for none
     * @param standby whether a preferred standby may be used
     */
    private Session begin(Store.Purpose purpose, String lock, boolean standby) throws SQLException {
        Connection connection = connector.connect(standby);
        cancellation.of(connection);
        try {
            connection.setAutoCommit(false);
            start.of(connection, purpose, lock);
            int version = version(connection);
            if (version == 0 && purpose != Store.Purpose.CHANGE) {
                connection.close();
                return Sqlite.standIn();
            }
            if (version < migrations.newest() && standby) {
                connection.close();
                return begin(purpose, lock, false);
            }
            if (version < migrations.newest()) {
                upgrade(connection, version, purpose);
            }
            return new PostgresSession(connection, purpose, address.socketSeconds());
        } catch (SqlProblem problem) {
            connection.close();
            throw problem.reported();
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
    }

    @Override
    public Runnable cancellation() {
        return cancellation;
    }

    @Override
    public Store.Scrub scrub() {
        return Store.Scrub.LEFT_TO_SERVER;
    }

    /** Number of the newest applied migration, or 0 if there are no tables. */
    @Override
    public int version(Connection connection) throws SQLException {
        int version;
        try (Sql query = new Sql(
                connection,
                "SELECT COALESCE(MAX(version), 0), current_setting('transaction_isolation') FROM orgctl_schema")) {
            query.next();
            version = (int) query.number(1);
            rejectIsolation(query.text(2));
        } catch (SqlProblem problem) {
            if (!UNDEFINED_TABLE.equals(problem.reported().getSQLState())) {
                throw problem;
            }
            connection.rollback();
            start.of(connection, Store.Purpose.READ);
            new MissingStore(connection, address).reject(migrations);
            connection.rollback();
            return 0;
        }
        if (version > migrations.newest()) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the store " + location() + " was created by a newer orgctl (schema version " + version + "; "
                            + migrations.newest() + " is supported)",
                    "upgrade orgctl");
        }
        return version;
    }

    private void rejectIsolation(String isolation) {
        if (isolation.startsWith("read")) {
            throw new Failure(
                    Failure.Kind.IO,
                    "the store " + location() + " runs transactions at '" + isolation
                            + "', regardless of what they request",
                    PostgresProblems.POOLING);
        }
    }

    /**
     * Creates or migrates the tables. New tables are created within the change that needs them, so that they exist only
     * if it commits. Existing tables are migrated in a separate transaction, because readers can't do it.
     */
    private void upgrade(Connection connection, int version, Store.Purpose purpose) throws SQLException {
        if (version == 0) {
            start.of(connection, Store.Purpose.CHANGE);
            migrate(connection, version);
            return;
        }
        connection.rollback();
        try {
            start.of(connection, Store.Purpose.CHANGE);
            migrate(connection, version(connection));
            connection.commit();
        } catch (SQLException problem) {
            String state = problem.getSQLState();
            if (DENIED.equals(state) || READ_ONLY.equals(state)) {
                throw tooOld(version, problem);
            }
            throw problem;
        }
        start.of(connection, purpose);
    }

    private Failure tooOld(int version, SQLException problem) {
        return new Failure(
                Failure.Kind.FORBIDDEN,
                "the store " + location() + " was created by an older orgctl (schema version " + version
                        + "; " + migrations.newest() + " is required), and "
                        + (READ_ONLY.equals(problem.getSQLState())
                                ? "its server is read-only"
                                : address.user() + " may not upgrade it"),
                Advice.UPGRADE_STORE.of(),
                PostgresProblems.discreet(problem));
    }

    private void migrate(Connection connection, int version) throws SQLException {
        // Migrations may take long, and a timeout here would abandon one that the server still completes.
        connection.setNetworkTimeout(Runnable::run, 0);
        try {
            new Sql(connection, "SET LOCAL statement_timeout = 0").run();
            watchClient(connection);
            if (version == 0) {
                new Sql(connection, "CREATE TABLE orgctl_schema (version BIGINT NOT NULL PRIMARY KEY)").run();
            }
            // Insert first: if two processes migrate at once, the primary key stops one of them before any table is
            // altered.
            for (int number = version + 1; number <= migrations.newest(); number++) {
                new Sql(connection, "INSERT INTO orgctl_schema (version) VALUES (?)")
                        .with(number)
                        .run();
            }
            migrations.run(connection, version);
            new Sql(connection, "SET LOCAL statement_timeout = " + start.statementMillis()).run();
        } catch (SqlProblem problem) {
            throw overtaken(problem.reported());
        } catch (SQLException problem) {
            throw overtaken(problem);
        }
        connection.setNetworkTimeout(Runnable::run, address.socketSeconds() * 1000);
    }

    /**
     * Ends the statement of a process that is gone within seconds, on servers that can (PostgreSQL 14 and later, except
     * on Windows). Statements with a time limit need no such check.
     */
    private static void watchClient(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            new Sql(connection, "SET LOCAL client_connection_check_interval = '2s'").run();
        } catch (SqlProblem unknown) {
            connection.rollback(before);
        }
    }

    private static SQLException overtaken(SQLException problem) {
        return PostgresProblems.isOvertaken(problem) ? new Overtaken(problem) : problem;
    }

    @Override
    public boolean mayPass(SQLException problem, boolean wasThere) {
        return problem instanceof Overtaken
                || PostgresProblems.mayPass(problem)
                || wasThere && (problem instanceof ConnectProblems.Unreachable || problem instanceof WrongServer);
    }

    @Override
    public boolean wasMade(String command) throws SQLException {
        Session session = begin(Store.Purpose.CHANGE);
        try {
            return ((PostgresSession) session).wasMade(command);
        } finally {
            session.close();
        }
    }

    @Override
    public Failure failure(SQLException problem) {
        return PostgresProblems.failure(problem, location());
    }

    @Override
    public Failure unknown(UnknownOutcome outcome) {
        return new Failure(
                Failure.Kind.BUSY,
                "it is not known whether the change was made: the store " + location()
                        + " was lost while it was committed",
                Advice.CHECK_BEFORE_RETRYING.of(),
                PostgresProblems.discreet(outcome));
    }

    @Override
    public IllegalStateException bug(SQLException problem) {
        SQLException discreet = PostgresProblems.discreet(problem);
        return new IllegalStateException(discreet.getMessage(), discreet);
    }

    @Override
    public String location() {
        return address.shown();
    }

    @Override
    public String like() {
        return "ILIKE";
    }

    @Override
    public String among(String query) {
        // With IN, the query would be run for each row of the table, if it has a limit.
        return "= ANY (ARRAY(" + query + "))";
    }

    @Override
    public String kind() {
        return "postgresql";
    }

    @Override
    public String engine(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion();
    }

    /** Not all PostgreSQL-compatible databases report it, and a failed query would abort the transaction. */
    @Override
    public long bytes(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Sql query = new Sql(connection, "SELECT pg_database_size(current_database())")) {
            query.next();
            return query.number(1);
        } catch (SqlProblem unknown) {
            connection.rollback(before);
            return -1;
        }
    }

    @Override
    public void checkIntegrity(Connection connection, List<Finding> findings) throws SQLException {
        new PostgresCheck(connection).run(findings);
    }

    @Override
    public void checkPlace(Connection connection, List<Finding> findings) {
        // The server manages its own files.
    }

    @Override
    public Path file() {
        return null;
    }

    @Override
    public String overriding() {
        return " OVERRIDING SYSTEM VALUE";
    }

    /** Disables timeouts: reading the other store and statements on whole tables may take long. */
    @Override
    public void beginLoad(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
        new Sql(connection, "SET LOCAL idle_in_transaction_session_timeout = 0").run();
    }

    @Override
    public void endLoad(Connection connection, String table) {
        new NumberedColumns(connection, table).restart();
        new Sql(connection, "ANALYZE " + table).run();
    }

    @Override
    public long backup(Connection connection, BackupFile file) {
        throw Failure.usage(
                "the store " + location() + " is on a server, not in a file", "back it up on the server: pg_dump");
    }
}
