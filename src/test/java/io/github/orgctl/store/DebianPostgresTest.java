package io.github.orgctl.store;

import io.github.orgctl.store.jdbc.TransactionContract;
import io.github.orgctl.store.table.AuditContract;
import io.github.orgctl.store.table.BillingContract;
import io.github.orgctl.store.table.PagingContract;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contracts on Debian's version of PostgreSQL, which is older. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebianPostgresTest {
    @TempDir
    static Path folder;

    private DebianServer server;

    @BeforeAll
    void startServer() throws IOException, InterruptedException {
        server = DebianServer.start(folder);
    }

    @AfterAll
    void stopServer() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @Nested
    class StoreTest extends StoreContract {
        @Override
        public Place newPlace() throws SQLException {
            return PostgresPlace.fresh(server.port);
        }
    }

    @Nested
    class ConfigurationTest extends ConfigurationContract {
        @Override
        public Place newPlace() throws SQLException {
            return PostgresPlace.fresh(server.port);
        }
    }

    @Nested
    class MemberTest extends MemberContract {
        @Override
        public Place newPlace() throws SQLException {
            return PostgresPlace.fresh(server.port);
        }
    }

    @Nested
    class SecretTest extends SecretContract {
        @Override
        public Place newPlace() throws SQLException {
            return PostgresPlace.fresh(server.port);
        }
    }

    @Nested
    class TokenTest extends TokenContract {
        @Override
        public Place newPlace() throws SQLException {
            return PostgresPlace.fresh(server.port);
        }
    }

    @Nested
    class AuditTest extends AuditContract {
        @Override
        public Place newPlace() throws SQLException {
            return PostgresPlace.fresh(server.port);
        }
    }

    @Nested
    class BillingTest extends BillingContract {
        @Override
        public Place newPlace() throws SQLException {
            return PostgresPlace.fresh(server.port);
        }
    }

    @Nested
    class PagingTest extends PagingContract {
        @Override
        public Place newPlace() throws SQLException {
            return PostgresPlace.fresh(server.port);
        }
    }

    @Nested
    class TransactionTest extends TransactionContract {
        @Override
        public Place newPlace() throws SQLException {
            return PostgresPlace.fresh(server.port);
        }
    }
}
