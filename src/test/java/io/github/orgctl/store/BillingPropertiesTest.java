package io.github.orgctl.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.store.sqlite.SqlitePlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Properties that hold for all statements. The prices of {@link BillingWorld} are whole numbers, so that the reference
 * computation needs no rounding rules.
 */
class BillingPropertiesTest {
    private static final int TRIES = 25;
    private static final int RECORDS = 60;
    private static final int MOVES = 8;
    private static final Instant FIRST = Instant.parse("2026-10-20T00:00:00Z");
    private static final int SECONDS = 40 * 86_400;

    private Path folder;

    private record Move(int project, int organization, Instant at) {}

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("billing");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Collections.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException left) {
                    throw new UncheckedIOException(left);
                }
            });
        }
    }

    private SqlitePlace place(String name) {
        return new SqlitePlace(folder.resolve(name).resolve("store.db"));
    }

    private static List<Move> moves(Random random) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < MOVES; i++) {
            Instant at = FIRST.plus(Duration.ofDays(5L * i)).plusSeconds(random.nextInt(86_400));
            moves.add(new Move(random.nextInt(BillingWorld.PROJECTS), random.nextInt(BillingWorld.ORGANIZATIONS), at));
        }
        return moves;
    }

    private static BillingWorld world(SqlitePlace place, List<Move> moves) {
        BillingWorld world = new BillingWorld(place.open());
        moves.forEach(move -> world.move(move.project(), move.organization(), move.at()));
        return world;
    }

    /** Usage without ids, which differ between worlds. */
    private record Use(int project, boolean live, String metric, int millionths, Instant at, String key) {
        NewUsage in(BillingWorld world) {
            return part(world, millionths, key);
        }

        NewUsage correcting(BillingWorld world) {
            NewUsage plain = in(world);
            return new NewUsage(
                    plain.environment(), plain.metric(), plain.quantity(), at, plain.key(), BillingWorld.NOVEMBER);
        }

        boolean isInNovember() {
            return Period.of(at).equals(BillingWorld.NOVEMBER);
        }

        NewUsage part(BillingWorld world, long part, String partKey) {
            return new NewUsage(
                    new Id(world.environment(project, live)),
                    new Metric(metric),
                    new Quantity(part),
                    at,
                    new UsageKey(partKey),
                    null);
        }
    }

    private static List<Use> uses(Random random, String... metrics) {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            uses.add(new Use(
                    random.nextInt(BillingWorld.PROJECTS),
                    random.nextInt(4) > 0,
                    metrics[random.nextInt(metrics.length)],
                    random.nextInt(40) * (int) Quantity.MILLION,
                    FIRST.plusSeconds(random.nextInt(SECONDS)),
                    "k" + i));
        }
        return uses;
    }

    /** Some corrections are negative, and exceed the recorded usage. */
    private static List<Use> corrections(Random random, String... metrics) {
        List<Use> corrections = new ArrayList<>();
        for (Use use : uses(random, metrics)) {
            if (use.isInNovember()) {
                int millionths = random.nextBoolean() ? use.millionths() : -3 * use.millionths();
                corrections.add(
                        new Use(use.project(), use.live(), use.metric(), millionths, use.at(), "c" + use.key()));
            }
        }
        return corrections;
    }

    private static void correct(BillingWorld world, List<Use> corrections) {
        int half = corrections.size() / 2;
        world.correct(
                corrections.subList(0, half).stream()
                        .map(use -> use.correcting(world))
                        .toList(),
                1);
        world.correct(
                corrections.subList(half, corrections.size()).stream()
                        .map(use -> use.correcting(world))
                        .toList(),
                2);
    }

    private static void record(BillingWorld world, List<Use> uses) {
        world.record(uses.stream().map(use -> use.in(world)).toList());
    }

    @Property(tries = TRIES)
    void theStatementsSumIsWhatTheRecordsComeTo(@ForAll Random random) throws SQLException {
        SqlitePlace place = place("one");
        BillingWorld world = world(place, moves(random));
        record(world, uses(random, "tiered", "flat"));
        assertThat(world.total()).isEqualByComparingTo(computedByHand(place));
        BigDecimal closed = world.close().stream()
                .map(statement -> statement.total().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(world.total()).isEqualByComparingTo(closed);
    }

    /** Computed from the raw records and the owners at their times, bypassing the program's own sums. */
    private static BigDecimal computedByHand(SqlitePlace place) throws SQLException {
        String query = "SELECT COALESCE(SUM(CASE metric WHEN 'flat' THEN 7 * max(0, used)"
                + " ELSE 3 * max(0, min(used, 100) - 10) + 2 * max(0, used - 100) END), 0)"
                + " FROM (SELECT s.metric, SUM(r.quantity) / 1000000 AS used FROM usage_record r"
                + " JOIN usage_series s ON s.number = r.series JOIN usage_environment e ON e.number = r.environment"
                + " JOIN project_owner o ON o.project_id = e.project_id AND o.from_time = (SELECT MAX(p.from_time)"
                + " FROM project_owner p WHERE p.project_id = e.project_id AND p.from_time <= r.at)"
                + " WHERE e.mode = 'live' AND strftime('%Y-%m', r.at / 1000, 'unixepoch') = '2026-11'"
                + " GROUP BY o.organization_id, s.metric)";
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery(query)) {
            sum.next();
            return BigDecimal.valueOf(sum.getLong(1));
        }
    }

    @Property(tries = TRIES)
    void aClosedMonthAndItsCorrectionsSumUpToWhatTheRecordsComeTo(@ForAll Random random) throws SQLException {
        SqlitePlace place = place("corrected");
        BillingWorld world = world(place, moves(random));
        record(world, uses(random, "tiered", "flat"));
        world.close();
        correct(world, corrections(random, "tiered", "flat"));
        assertThat(world.totalWithCorrections()).isEqualByComparingTo(computedByHand(place));
    }

    @Property(tries = TRIES)
    void whatIsCorrectedCostsToTheCentWhatItWouldHaveCostInTime(@ForAll Random random) {
        List<Move> moves = moves(random);
        List<Use> uses = uses(random, "tiered", "uneven");
        List<Use> corrections = corrections(random, "tiered", "uneven");
        BillingWorld inTime = world(place("in-time"), moves);
        inTime.discount("12.5");
        record(inTime, uses);
        record(inTime, corrections);
        BillingWorld late = world(place("late"), moves);
        late.discount("12.5");
        record(late, uses);
        late.close();
        late.discount("50");
        correct(late, corrections);
        assertThat(late.totalWithCorrections()).isEqualByComparingTo(inTime.total());
    }

    @Property(tries = TRIES)
    void orderPartsAndRepetitionChangeNothing(@ForAll Random random) {
        List<Move> moves = moves(random);
        List<Use> uses = uses(random, "tiered", "flat");
        BillingWorld plain = world(place("plain"), moves);
        record(plain, uses);
        BillingWorld other = world(place("other"), moves);
        List<NewUsage> parts = new ArrayList<>();
        for (Use use : uses) {
            if (random.nextBoolean()) {
                int part = random.nextInt(use.millionths() + 1);
                parts.add(use.part(other, part, use.key() + "a"));
                parts.add(use.part(other, use.millionths() - (long) part, use.key() + "b"));
            } else {
                parts.add(use.in(other));
            }
        }
        Collections.shuffle(parts, random);
        parts.addAll(parts.subList(0, parts.size() / 2));
        other.record(parts);
        other.record(parts);
        assertThat(other.statements()).isEqualTo(plain.statements());
    }

    @Property(tries = TRIES)
    void movingProjectsConservesTheSum(@ForAll Random random) {
        List<Use> uses = uses(random, "flat");
        BillingWorld still = world(place("still"), List.of());
        record(still, uses);
        BillingWorld moving = world(place("moving"), moves(random));
        record(moving, uses);
        assertThat(moving.total()).isEqualByComparingTo(still.total());
    }
}
