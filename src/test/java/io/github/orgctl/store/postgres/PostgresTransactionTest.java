package io.github.orgctl.store.postgres;

import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.changed;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.store.PostgresPlace;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.TransactionContract;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresTransactionTest extends TransactionContract {
    @Override
    public Place newPlace() throws SQLException {
        return PostgresPlace.fresh();
    }

    @Test
    void aCollisionRunsTheWorkAgain() {
        change(store, tx -> tx.organizations().insert(acme));
        int[] runs = {0};
        change(store, tx -> {
            Organization now = tx.organizations().find(acme.id()).orElseThrow();
            if (runs[0]++ == 0) {
                change(place.open(), other -> other.organizations().update(changed(now, "rival")));
            }
            tx.organizations().update(changed(now, "mine"));
        });
        assertThat(runs[0]).isEqualTo(2);
        Organization last =
                read(store, tx -> tx.organizations().find(acme.id())).orElseThrow();
        assertThat(last.revision()).isEqualTo(3);
        assertThat(last.slug()).hasToString("mine");
    }

    @Test
    void aCollisionThatNeverEndsIsBusy() {
        change(store, tx -> tx.organizations().insert(acme));
        PostgresAddress address = PostgresAddress.parse(((PostgresPlace) place).address(), Map.of());
        Store hasty = new JdbcStore(new Postgres(address, null, JdbcStore.DEFAULT_WAIT_MILLIS), 1_000);
        int[] runs = {0};
        Failure failure = failure(() -> change(hasty, tx -> {
            Organization now = tx.organizations().find(acme.id()).orElseThrow();
            runs[0]++;
            change(place.open(), other -> other.organizations().update(changed(now, "rival")));
            tx.organizations().update(changed(now, "mine"));
        }));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BUSY);
        assertThat(runs[0]).isGreaterThan(1);
    }

    /** Without the queue, later transactions would force each of many changes to be retried repeatedly. */
    @Test
    void whoCollidedWaitsForItsTurn() throws Exception {
        change(store, tx -> tx.organizations().insert(acme));
        AtomicInteger runs = new AtomicInteger();
        try (Connection another = place.byHand();
                Statement turn = another.createStatement()) {
            another.setAutoCommit(false);
            turn.execute("LOCK TABLE store IN EXCLUSIVE MODE");
            Thread thread = new Thread(() -> change(store, tx -> {
                Organization now = tx.organizations().find(acme.id()).orElseThrow();
                if (runs.incrementAndGet() == 1) {
                    change(place.open(), other -> other.organizations().update(changed(now, "rival")));
                }
                tx.organizations().update(changed(now, "mine"));
            }));
            thread.start();
            while (thread.isAlive() && waitingForTheirTurn() == 0) {
                Thread.onSpinWait();
            }
            assertThat(thread.isAlive()).isTrue();
            assertThat(runs.get()).isEqualTo(1);
            another.rollback();
            thread.join();
        }
        assertThat(runs.get()).isEqualTo(2);
    }

    private int waitingForTheirTurn() throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type ="
                        + " 'Lock' AND query LIKE '%LOCK TABLE store IN EXCLUSIVE MODE'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void readingCreatesNoTable() throws SQLException {
        read(store, tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)));
        store.inTx(Store.Purpose.DRY_RUN, tx -> {
            tx.organizations().insert(acme);
            return null;
        });
        assertThat(tables()).isZero();
        failure(() -> change(store, tx -> {
            throw new Failure(Failure.Kind.REFUSED, "no");
        }));
        assertThat(tables()).isZero();
    }

    private int tables() throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    void anotherProgramsTablesAreLeftAlone() throws SQLException {
        sql("CREATE TABLE project (x INTEGER)");
        for (Store.Purpose purpose : Store.Purpose.values()) {
            Failure failure =
                    failure(() -> store.inTx(purpose, tx -> tx.inspection().info()));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
            assertThat(failure).hasMessageContaining("project");
        }
        assertThat(tables()).isEqualTo(1);
    }

    @Test
    void aNewerStoreIsRefused() throws SQLException {
        change(store, tx -> tx.organizations().insert(acme));
        sql("INSERT INTO orgctl_schema VALUES (99)");
        for (Store.Purpose purpose : Store.Purpose.values()) {
            Failure failure =
                    failure(() -> store.inTx(purpose, tx -> tx.inspection().info()));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
            assertThat(failure).hasMessageContaining("newer");
        }
    }

    @Test
    void anOlderStoreIsBroughtUpToDateByWhoeverComesFirst() {
        change(store, tx -> tx.organizations().insert(acme));
        String[] names = Fixtures.releasedAnd("0002_for_tests");
        PostgresAddress address = PostgresAddress.parse(((PostgresPlace) place).address(), Map.of());
        Store newer = new JdbcStore(
                new Postgres(address, null, JdbcStore.DEFAULT_WAIT_MILLIS, new Migrations("postgres", names)),
                JdbcStore.DEFAULT_WAIT_MILLIS);
        assertThat(read(newer, tx -> tx.inspection().info()).schemaVersion()).isEqualTo(names.length);
        assertThat(read(newer, tx -> tx.organizations().find(acme.id()).orElseThrow())
                        .id())
                .isEqualTo(acme.id());
        assertThat(failure(() -> read(store, tx -> tx.inspection().info())).kind())
                .isEqualTo(Failure.Kind.DAMAGED);
    }

    @Test
    void aTableThatSomebodyRemovedIsDamage() throws SQLException {
        change(store, tx -> tx.organizations().insert(acme));
        sql("DROP TABLE environment CASCADE");
        Failure failure =
                failure(() -> read(store, tx -> rows(tx.projects().list(AccessScope.EVERYTHING, all(), false))));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
    }

    @Test
    void aReaderCanNotWrite() {
        change(store, tx -> tx.organizations().insert(acme));
        Failure failure = failure(() -> read(store, tx -> {
            tx.organizations().insert(beta);
            return null;
        }));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.IO);
    }

    @Test
    void aServerThatDoesNotAnswerIsBusyAndItsPasswordStaysSecret() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Store lost = JdbcStore.open("postgres://me:s%C3%A4cret@localhost:" + closed + "/db?password=säcret", Map.of());
        Failure failure = failure(() -> read(lost, tx -> tx.inspection().info()));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BUSY);
        assertThat(failure).hasMessageContaining("postgresql://me@localhost:" + closed + "/db");
        assertThat(trace(failure)).doesNotContain("säcret").doesNotContain("s%C3%A4cret");
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aMissingDatabaseIsNotFound() {
        Store missing = JdbcStore.open(
                "postgresql://postgres@localhost:" + PostgresPlace.port() + "/none", Map.of("PGPASSWORD", "postgres"));
        Failure failure = failure(() -> read(missing, tx -> tx.inspection().info()));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void infoNamesTheServerWithoutThePassword() {
        change(store, tx -> tx.organizations().insert(acme));
        var info = read(store, tx -> tx.inspection().info());
        assertThat(info.kind()).isEqualTo("postgresql");
        assertThat(info.engine()).startsWith("PostgreSQL ");
        assertThat(info.location())
                .isEqualTo("postgresql://postgres@localhost:" + PostgresPlace.port() + "/postgres?currentSchema="
                        + ((PostgresPlace) place).schema());
    }
}
