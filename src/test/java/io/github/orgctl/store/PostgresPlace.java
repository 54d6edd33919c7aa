package io.github.orgctl.store;

import io.github.orgctl.core.port.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A schema of its own in a real server, one for all tests of this JVM. */
public record PostgresPlace(String schema) implements StoreBase.Place {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static EmbeddedPostgres server;

    public static PostgresPlace fresh() throws SQLException {
        PostgresPlace place = new PostgresPlace("test_" + NEXT.incrementAndGet());
        try (Connection connection = server().getPostgresDatabase().getConnection();
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

    public static int port() {
        return server().getPort();
    }

    public String address() {
        return "postgresql://postgres:postgres@localhost:" + port() + "/postgres?currentSchema=" + schema;
    }

    @Override
    public Store open() {
        return JdbcStore.open(address(), Map.of());
    }

    @Override
    public Connection byHand() throws SQLException {
        Connection connection = server().getPostgresDatabase().getConnection();
        connection.setSchema(schema);
        return connection;
    }
}
