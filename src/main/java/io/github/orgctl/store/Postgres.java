package io.github.orgctl.store;

import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Finding;
import io.github.orgctl.core.port.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * A store in a PostgreSQL database, or in one that speaks like it. Its tables are in the first schema of the
 * connection's search path; {@code orgctl_schema} holds the numbers of the migrations they have seen.
 */
final class Postgres implements Dialect {
    private static final String OUR_TABLES = "'organization', 'project', 'environment', 'environment_value'";
    private static final String UNDEFINED_TABLE = "42P01";

    private final PostgresAddress address;
    private final Migrations migrations;

    Postgres(PostgresAddress address) {
        this(address, new Migrations("postgres"));
    }

    Postgres(PostgresAddress address, Migrations migrations) {
        this.address = address;
        this.migrations = migrations;
    }

    @Override
    public Session begin(Store.Purpose purpose) throws SQLException {
        Connection connection = connect(purpose);
        try {
            isolate(connection, purpose);
            int version = version(connection);
            if (version == 0 && purpose != Store.Purpose.CHANGE) {
                connection.close();
                return Sqlite.standIn();
            }
            if (version < migrations.newest()) {
                upgrade(connection, version, purpose);
            }
            return new Session(connection, true);
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
    }

    private Connection connect(Store.Purpose purpose) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "orgctl");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("options", "-c lock_timeout=" + (purpose == Store.Purpose.NOTE ? "10ms" : "5s"));
        // Lists come in pieces, so that memory does not grow with them.
        properties.setProperty("defaultRowFetchSize", "1000");
        properties.putAll(address.properties());
        return new org.postgresql.Driver().connect(address.jdbcUrl(), properties);
    }

    private static void isolate(Connection connection, Store.Purpose purpose) throws SQLException {
        boolean reads = purpose == Store.Purpose.READ;
        connection.setTransactionIsolation(
                reads ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_SERIALIZABLE);
        connection.setReadOnly(reads);
        connection.setAutoCommit(false);
    }

    /** The number of the newest migration the tables have seen, or 0 where there are none. */
    @Override
    public int version(Connection connection) throws SQLException {
        int version;
        try (Sql query = new Sql(connection, "SELECT COALESCE(MAX(version), 0) FROM orgctl_schema")) {
            query.next();
            version = (int) query.number(1);
        } catch (SqlProblem problem) {
            if (!UNDEFINED_TABLE.equals(problem.reported().getSQLState())) {
                throw problem;
            }
            connection.rollback();
            rejectForeignTables(connection);
            return 0;
        }
        if (version > migrations.newest()) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the store " + location() + " was made by a newer orgctl (version " + version
                            + " of its structure, " + migrations.newest() + " is known here)",
                    "install the newest orgctl");
        }
        return version;
    }

    private void rejectForeignTables(Connection connection) {
        try (Sql query = new Sql(
                connection,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
                        + " AND table_name IN (" + OUR_TABLES + ")")) {
            if (query.next()) {
                throw new Failure(
                        Failure.Kind.DAMAGED,
                        "the database " + location() + " holds another program's table '" + query.text(1) + "'",
                        "use a database or a schema of its own");
            }
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
        isolate(connection, Store.Purpose.CHANGE);
        migrate(connection, version(connection));
        connection.setAutoCommit(true);
        isolate(connection, purpose);
    }

    private void migrate(Connection connection, int version) throws SQLException {
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
            throw PostgresProblems.isOvertaken(problem.reported())
                    ? new Overtaken(problem.reported())
                    : problem.reported();
        } catch (SQLException problem) {
            throw PostgresProblems.isOvertaken(problem) ? new Overtaken(problem) : problem;
        }
    }

    @Override
    public boolean mayPass(SQLException problem) {
        return problem instanceof Overtaken || PostgresProblems.isCollision(problem);
    }

    @Override
    public Failure failure(SQLException problem) {
        return PostgresProblems.failure(problem, location());
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

    @Override
    public long bytes(Connection connection) {
        try (Sql query = new Sql(connection, "SELECT pg_database_size(current_database())")) {
            query.next();
            return query.number(1);
        }
    }

    @Override
    public void check(Connection connection, List<Finding> findings) {
        // The server watches over its own files.
    }
}
