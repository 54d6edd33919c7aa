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
import io.github.orgctl.store.sqlite.Sqlite;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;

/**
 * A store in a PostgreSQL database, or in one that speaks like it. Its tables are in the first schema of the
 * connection's search path; {@code orgctl_schema} holds the numbers of the migrations they have seen.
 *
 * <p>Whatever a transaction needs to be set is set within it and for it alone, because a pooler may give the next one
 * another of the server's connections.
 */
public final class Postgres implements Dialect {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String DENIED = "42501";
    private static final String READ_ONLY = "25006";

    private final PostgresAddress address;
    private final Migrations migrations;
    private final PostgresConnector connector;

    public Postgres(PostgresAddress address, Notices notices) {
        this(address, notices, new Migrations("postgres"));
    }

    public Postgres(PostgresAddress address, Notices notices, Migrations migrations) {
        this.address = address;
        this.connector = new PostgresConnector(address, notices);
        this.migrations = migrations;
    }

    @Override
    public Session begin(Store.Purpose purpose) throws SQLException {
        Connection connection = connector.connect();
        try {
            connection.setAutoCommit(false);
            start(connection, purpose);
            int version = version(connection);
            if (version == 0 && purpose != Store.Purpose.CHANGE) {
                connection.close();
                return Sqlite.standIn();
            }
            if (version < migrations.newest()) {
                upgrade(connection, version, purpose);
            }
            return new PostgresSession(connection, location());
        } catch (SqlProblem problem) {
            connection.close();
            throw problem.reported();
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
    }

    /** Begins a transaction with all that holds for it, in one message. */
    private void start(Connection connection, Store.Purpose purpose) throws SQLException {
        boolean reads = purpose == Store.Purpose.READ;
        StringBuilder settings = new StringBuilder("SET TRANSACTION ISOLATION LEVEL ");
        settings.append(reads ? "REPEATABLE READ, READ ONLY" : "SERIALIZABLE, READ WRITE");
        settings.append("; SET LOCAL lock_timeout = '").append(purpose == Store.Purpose.NOTE ? "10ms'" : "5s'");
        // A process that was stopped, or whose machine is gone, would hold its locks for ever.
        if (!reads) {
            settings.append("; SET LOCAL idle_in_transaction_session_timeout = '8s'");
        }
        if (address.schema() != null) {
            settings.append("; SELECT set_config('search_path', '")
                    .append(address.schema().replace("'", "''"))
                    .append("', true)");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings.toString());
        }
    }

    /** The number of the newest migration the tables have seen, or 0 where there are none. */
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
            start(connection, Store.Purpose.READ);
            new Surroundings(connection, address).reject(migrations);
            connection.rollback();
            start(connection, Store.Purpose.CHANGE);
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
                    "configure the connection pooler for transaction or session pooling");
        }
    }

    /**
     * New tables come with the change that needs them, so that they are there only if it is committed. Tables that are
     * already in use are brought up to date apart, because a reader can't.
     */
    private void upgrade(Connection connection, int version, Store.Purpose purpose) throws SQLException {
        if (version == 0) {
            migrate(connection, version);
            return;
        }
        connection.rollback();
        try {
            start(connection, Store.Purpose.CHANGE);
            migrate(connection, version(connection));
            connection.commit();
        } catch (SQLException problem) {
            String state = problem.getSQLState();
            if (DENIED.equals(state) || READ_ONLY.equals(state)) {
                throw tooOld(version, problem);
            }
            throw problem;
        }
        start(connection, purpose);
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
        // Its steps may take long, and one that the server finishes after all would have been given up here.
        connection.setNetworkTimeout(Runnable::run, 0);
        try {
            if (version == 0) {
                new Sql(connection, "CREATE TABLE orgctl_schema (version BIGINT NOT NULL PRIMARY KEY)").run();
            }
            // The insert first: of two who upgrade at once, it stops one before the tables get in each other's way.
            for (int number = version + 1; number <= migrations.newest(); number++) {
                new Sql(connection, "INSERT INTO orgctl_schema (version) VALUES (?)")
                        .with(number)
                        .run();
            }
            migrations.run(connection, version);
        } catch (SqlProblem problem) {
            throw overtaken(problem.reported());
        } catch (SQLException problem) {
            throw overtaken(problem);
        }
        connection.setNetworkTimeout(Runnable::run, address.socketSeconds() * 1000);
    }

    private static SQLException overtaken(SQLException problem) {
        return PostgresProblems.isOvertaken(problem) ? new Overtaken(problem) : problem;
    }

    @Override
    public boolean mayPass(SQLException problem) {
        return problem instanceof Overtaken || PostgresProblems.mayPass(problem);
    }

    @Override
    public Failure failure(SQLException problem) {
        return PostgresProblems.failure(problem, location());
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
    public String kind() {
        return "postgresql";
    }

    @Override
    public String engine(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion();
    }

    /** Databases that only speak like PostgreSQL can't all tell it, and a failed query would end the transaction. */
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
    public void check(Connection connection, List<Finding> findings) {
        // The server watches over its own files.
    }

    @Override
    public long backup(Connection connection, BackupFile file) {
        throw Failure.usage(
                "the store " + location() + " is on a server, not in a file", "back it up on the server: pg_dump");
    }
}
