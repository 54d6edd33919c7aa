package io.github.orgctl.store;

import io.github.orgctl.core.port.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A separate schema in a real PostgreSQL server. */
public record PostgresPlace(int serverPort, String schema) implements StoreBase.Place {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static EmbeddedPostgres server;

    /** Creates a schema in the server shared by all tests of this JVM. */
    public static PostgresPlace fresh() throws SQLException {
        return fresh(port());
    }

    /** Creates a schema in the server at a local port. */
    static PostgresPlace fresh(int serverPort) throws SQLException {
        PostgresPlace place = new PostgresPlace(serverPort, "test_" + NEXT.incrementAndGet());
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + place.schema);
        }
        return place;
    }

    /** Stops with the JVM. */
    private static synchronized EmbeddedPostgres server() {
        try {
            server = server == null ? EmbeddedPostgres.start() : server;
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The shared server's port. */
    public static int port() {
        return server().getPort();
    }

    public String address() {
        return addressAt(serverPort);
    }

    /** The URL for connecting through a proxy at another port. */
    public String addressAt(int port) {
        return "postgresql://postgres:postgres@localhost:" + port + "/postgres?currentSchema=" + schema;
    }

    /** Terminates the connection from a client port. */
    public void end(int clientPort) throws SQLException {
        try (Connection connection = byHand();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE client_port = " + clientPort);
        }
    }

    @Override
    public Store open() {
        return JdbcStore.open(address(), Map.of());
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + serverPort + "/postgres", "postgres", "postgres");
    }

    @Override
    public Connection byHand() throws SQLException {
        Connection connection = connect();
        connection.setSchema(schema);
        return connection;
    }
}
