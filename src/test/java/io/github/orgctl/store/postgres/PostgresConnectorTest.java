package io.github.orgctl.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.store.PostgresPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which servers are asked, and how often. */
class PostgresConnectorTest {
    private static final long LONG = TimeUnit.MINUTES.toMillis(5);

    /** A standby that ends each connection before the login. */
    private static final class Gone implements AutoCloseable {
        private final ServerSocket socket;
        private final CompletableFuture<Integer> asked;

        Gone() throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
            asked = CompletableFuture.supplyAsync(this::serve);
        }

        private int serve() {
            int connections = 0;
            try {
                while (true) {
                    socket.accept().close();
                    connections++;
                }
            } catch (SocketException closed) {
                return connections;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** A silent one takes its time on each attempt. */
    @Test
    void aStandbyThatIsAwayIsAskedOnce() throws Exception {
        Gone gone = new Gone();
        try (gone) {
            String address = "postgresql://postgres:postgres@localhost:" + gone.socket.getLocalPort() + ",localhost:"
                    + PostgresPlace.port()
                    + "/postgres?sslmode=disable&connect_timeout=600&targetServerType=preferSecondary";
            PostgresConnector connector =
                    new PostgresConnector(PostgresAddress.parse(address, Map.of("USER", "me")), line -> {}, LONG);
            try (Connection connection = connector.connect(true)) {
                assertThat(connection.isValid(0)).isTrue();
            }
        }
        assertThat(gone.asked.get()).isEqualTo(1);
    }
}
