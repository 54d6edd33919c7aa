package io.github.orgctl.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.store.PostgresPlace;
import io.github.orgctl.store.postgres.Proxy.Action;
import io.github.orgctl.store.postgres.Proxy.Side;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection is cut at each message of a commit: the change is made exactly once, and the command knows it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CommitOutcomeTest {
    @TempDir
    Path folder;

    private PostgresPlace place;
    private CliHarness orgctl;

    @BeforeEach
    void fillStore() throws Exception {
        place = PostgresPlace.fresh();
        orgctl = new CliHarness(folder).set("ORGCTL_STORE", place.address());
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Web", "--org", "acme");
    }

    private long count(String select) throws Exception {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private CliHarness.Outcome through(Proxy proxy, String... arguments) {
        String address = place.address().replace(":" + PostgresPlace.port() + "/", ":" + proxy.port() + "/")
                + "&sslmode=disable";
        CliHarness.Outcome outcome = orgctl.set("ORGCTL_STORE", address).run(arguments);
        orgctl.set("ORGCTL_STORE", place.address());
        return outcome;
    }

    /** A rule for the messages of the first connection's commit, counted from 0 on each side. */
    private static final class AtCommit implements Proxy.Rule {
        private final Side side;
        private final int message;
        private final Action action;
        private final AtomicInteger seen = new AtomicInteger();
        private volatile boolean begun;
        private volatile boolean done;

        AtCommit(Side side, int message, Action action) {
            this.side = side;
            this.message = message;
            this.action = action;
        }

        @Override
        public Action on(Proxy.Message each) {
            begun |= each.connection() == 1 && each.text().contains("INSERT INTO command");
            if (!begun || each.connection() != 1 || each.side() != side || seen.getAndIncrement() != message) {
                return Action.PASS;
            }
            done = true;
            return action;
        }
    }

    /** Repeats a change, each time with a cut one message later, until no messages are left. */
    private int cuts(Side side, String total, String command) throws Exception {
        int message = 0;
        while (true) {
            AtCommit rule = new AtCommit(side, message, Action.CUT);
            long before = count(total);
            try (Proxy proxy = new Proxy(PostgresPlace.port(), rule)) {
                CliHarness.Outcome outcome = through(
                        proxy,
                        command.replace("#", side.name().toLowerCase(Locale.ROOT) + "-" + message)
                                .split(" "));
                boolean made = outcome.exit() == 0;
                if (!made) {
                    // A token that was shown is not shown again: this change was not made.
                    assertThat(outcome.err()).as("%s %d", side, message).contains("the printed output is not valid");
                    assertThat(command).startsWith("member invite");
                }
                assertThat(count(total)).as("%s %d", side, message).isEqualTo(made ? before + 1 : before);
            }
            if (!rule.done) {
                return message;
            }
            message++;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOrganizationIsCreatedOnce(Side side) throws Exception {
        int cuts = cuts(side, "SELECT COUNT(*) FROM organization", "org create Beta-#");
        assertThat(cuts).isGreaterThanOrEqualTo(8);
        orgctl.must("store", "check");
    }

    @ParameterizedTest
    @EnumSource
    void aValueIsSetOnce(Side side) throws Exception {
        cuts(side, "SELECT revision FROM environment WHERE mode = 'sandbox'", "config set a=# --env acme/web:sandbox");
        orgctl.must("audit", "verify", "--org", "acme");
    }

    @ParameterizedTest
    @EnumSource
    void usageCountsOnce(Side side) throws Exception {
        cuts(
                side,
                "SELECT COUNT(*) FROM usage_record",
                "billing usage record --env acme/web:live --metric calls --quantity 1 --key k#");
    }

    @ParameterizedTest
    @EnumSource
    void anInvitationIsSentOnceOrItsTokenIsNotValid(Side side) throws Exception {
        cuts(side, "SELECT COUNT(*) FROM invitation", "member invite ann-#@example.com --org acme");
    }

    /** The first change also creates the tables. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8})
    void theFirstChangeIsMadeOnce(int message) throws Exception {
        place = PostgresPlace.fresh();
        for (Side side : Side.values()) {
            try (Proxy proxy = new Proxy(PostgresPlace.port(), new AtCommit(side, message, Action.CUT))) {
                String name = side.name();
                CliHarness.Outcome outcome = through(proxy, "org", "create", name);
                assertThat(outcome.exit()).as(outcome.err()).isZero();
            }
        }
        assertThat(count("SELECT COUNT(*) FROM organization")).isEqualTo(2);
    }

    /** A change in progress can't be committed any more after its outcome was determined. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 7})
    void aCommitThatArrivesLateIsNotMadeTwice(int message) throws Exception {
        AtCommit held = new AtCommit(Side.CLIENT, message, Action.HOLD);
        Proxy[] itself = {null};
        try (Proxy proxy = new Proxy(PostgresPlace.port(), each -> {
            // Behind its first message it holds locks, so that it arrives while it is looked for.
            if (each.connection() == 3 && message > 0) {
                itself[0].release();
            }
            return held.on(each);
        })) {
            itself[0] = proxy;
            CliHarness.Outcome outcome = through(proxy, "config", "set", "a=1", "--env", "acme/web:sandbox");
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(held.done).isTrue();
        }
        assertThat(count("SELECT revision FROM environment WHERE mode = 'sandbox'"))
                .isEqualTo(2);
        assertThat(count("SELECT COUNT(*) FROM audit_event WHERE action = 'config.set'"))
                .isEqualTo(1);
    }

    @Test
    void aStoreThatStaysAwayLeavesTheOutcomeUnknown() throws Exception {
        for (Side side : Side.values()) {
            Proxy[] itself = {null};
            AtCommit rule = new AtCommit(side, 0, Action.CUT);
            try (Proxy proxy = new Proxy(PostgresPlace.port(), message -> {
                Action action = rule.on(message);
                if (action == Action.CUT) {
                    itself[0].goAway();
                }
                return action;
            })) {
                itself[0] = proxy;
                CliHarness.Outcome outcome =
                        through(proxy, "config", "set", "a=" + side, "--env", "acme/web:sandbox", "--wait", "1s");
                assertThat(outcome.exit()).as(outcome.err()).isEqualTo(7);
                assertThat(outcome.err())
                        .contains("it is not known whether the change was made")
                        .contains("before trying again, look at the latest events with: orgctl audit list");
            }
        }
    }

    /** Before the commit nothing is lost: the command retries, or has not begun. */
    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsLostEarlierChangesNothingTwice(Side side) throws Exception {
        String revision = "SELECT revision FROM environment WHERE mode = 'sandbox'";
        boolean cut = true;
        for (int message = 0; cut; message += 3) {
            AtomicInteger seen = new AtomicInteger();
            int at = message;
            long before = count(revision);
            try (Proxy proxy = new Proxy(
                    PostgresPlace.port(),
                    each -> each.connection() == 1 && each.side() == side && seen.getAndIncrement() == at
                            ? Action.CUT
                            : Action.PASS)) {
                CliHarness.Outcome outcome =
                        through(proxy, "config", "set", "a=" + side + message, "--env", "acme/web:sandbox");
                assertThat(outcome.exit())
                        .as("%s %d: %s", side, message, outcome.err())
                        .isIn(0, 7);
                assertThat(count(revision)).isEqualTo(outcome.exit() == 0 ? before + 1 : before);
                assertThat(outcome.err()).doesNotContain("not known");
            }
            cut = seen.get() > at;
        }
    }
}
