package io.github.orgctl.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.access.MemberPeriod;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Pause;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.billing.UsageDay;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;

/** Compares statements of random months with {@link UnitByUnit}. */
class BillingHistoriesTest {
    private static final int TRIES = 2000;
    private static final CurrencyUnit EUR = Currencies.parse("EUR");
    private static final Period NOVEMBER = Period.parse("2026-11");
    private static final int DAYS = NOVEMBER.days();
    private static final String[] METRICS = {"calls", "users"};

    /** A price plan with the price of the first, second, … unit of each metric. */
    private record RandomPlan(long base, long seat, long included, Map<String, List<Long>> prices) {
        static RandomPlan of(Random random) {
            Map<String, List<Long>> prices = new HashMap<>();
            for (String metric : METRICS) {
                List<Long> units = new ArrayList<>();
                for (int tier = random.nextInt(4); tier > 0; tier--) {
                    units.addAll(Collections.nCopies(1 + random.nextInt(5), (long) random.nextInt(4)));
                }
                if (!units.isEmpty()) {
                    prices.put(metric, units);
                }
            }
            return new RandomPlan(30L * random.nextInt(3), 30L * random.nextInt(3), random.nextInt(3), prices);
        }

        PricePlan version(Slug name, LocalDate from) {
            TreeMap<Metric, Tiers> meters = new TreeMap<>();
            prices.forEach((metric, units) -> meters.put(new Metric(metric), tiers(units)));
            PricePlanRates all = new PricePlanRates(EUR, price(base), price(seat), included, meters);
            return new PricePlan(name, 1, from, all, Instant.EPOCH, "ann", null, null);
        }

        private static Price price(long whole) {
            return new Price(BigDecimal.valueOf(whole));
        }

        /** One tier per unit; the last tier has no limit. */
        private static Tiers tiers(List<Long> units) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < units.size() - 1; i++) {
                text.append(i + 1).append(':').append(units.get(i)).append(',');
            }
            return Tiers.parse(text.append(units.get(units.size() - 1)).toString());
        }
    }

    /** A month as input for both calculators. */
    private static final class History {
        private final Random random;
        private final List<UnitByUnit.Day> days = new ArrayList<>();
        private final Map<Slug, List<PricePlan>> plans = new HashMap<>();
        private final List<PricePlanAssignment> assignments = new ArrayList<>();
        private final List<Pause> pauses = new ArrayList<>();
        private final List<MemberPeriod> members = new ArrayList<>();
        private final List<UsageDay> usage = new ArrayList<>();
        private final int trial;

        History(Random random) {
            this.random = random;
            this.trial = random.nextInt(3) == 0 ? random.nextInt(DAYS) : 0;
            List<RandomPlan> planOfDay = chooses();
            List<Set<String>> active = joins();
            boolean[] paused = pauses();
            for (int i = 0; i < DAYS; i++) {
                RandomPlan plan = planOfDay.get(i);
                days.add(new UnitByUnit.Day(
                        plan.base(),
                        plan.seat(),
                        plan.included(),
                        plan.prices(),
                        i < trial,
                        !paused[i],
                        active.get(i),
                        uses(i)));
            }
            Collections.shuffle(usage, random);
        }

        private static LocalDate day(int index) {
            return NOVEMBER.firstDay().plusDays(index);
        }

        private static Instant morning(int index) {
            return day(index).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        private List<RandomPlan> chooses() {
            List<RandomPlan> byDay = new ArrayList<>();
            RandomPlan plan = null;
            for (int i = 0; i < DAYS; i++) {
                if (plan == null || random.nextInt(7) == 0) {
                    plan = RandomPlan.of(random);
                    Slug name = new Slug("plan-" + i);
                    plans.put(name, List.of(plan.version(name, LocalDate.EPOCH)));
                    assignments.add(new PricePlanAssignment(day(i), name, EUR));
                }
                byDay.add(plan);
            }
            return byDay;
        }

        private List<Set<String>> joins() {
            List<Set<String>> byDay = new ArrayList<>();
            for (int i = 0; i < DAYS; i++) {
                byDay.add(new HashSet<>());
            }
            for (String mailbox : new String[] {"ann", "bob", "ann", "cy"}) {
                int from = random.nextInt(DAYS);
                int last = from + random.nextInt(DAYS - from);
                members.add(
                        new MemberPeriod(mailbox, morning(from), morning(last).plusSeconds(1)));
                byDay.subList(from, last + 1).forEach(active -> active.add(mailbox));
            }
            return byDay;
        }

        private boolean[] pauses() {
            boolean[] paused = new boolean[DAYS];
            if (random.nextInt(3) == 0) {
                int from = random.nextInt(DAYS);
                int to = from + 1 + random.nextInt(DAYS - from);
                pauses.add(new Pause(day(from), day(to)));
                Arrays.fill(paused, from, to, true);
            }
            return paused;
        }

        private Map<String, Long> uses(int index) {
            Map<String, Long> used = new HashMap<>();
            for (String metric : METRICS) {
                if (random.nextInt(3) == 0) {
                    int quantity = random.nextInt(31) - 13;
                    used.put(metric, (long) quantity);
                    usage.add(new UsageDay(new Metric(metric), Mode.LIVE, day(index), BigDecimal.valueOf(quantity)));
                    usage.add(new UsageDay(new Metric(metric), Mode.SANDBOX, day(index), BigDecimal.TEN));
                }
            }
            return used;
        }

        Statement statement() {
            BillingAccount account = new BillingAccount(
                    new Id("00000000-0000-4000-8000-000000000001"),
                    new Slug("acme"),
                    null,
                    Line.NONE,
                    Description.NONE,
                    Line.NONE,
                    trial == 0 ? null : day(trial),
                    30,
                    Percentage.NONE,
                    assignments,
                    pauses,
                    1,
                    Instant.EPOCH);
            return new StatementCalculation(NOVEMBER, NOVEMBER.end(), account, EUR, plans::get)
                    .of(members, usage, List.of());
        }
    }

    @Property(tries = TRIES)
    void bothCalculatorsComeToTheSame(@ForAll Random random) {
        History history = new History(random);
        assertThat(history.statement().total().getAmount()).isEqualByComparingTo(UnitByUnit.total(history.days));
    }

    /** The lines of a metric add up to its usage on billed days. */
    @Property(tries = TRIES)
    void noUnitIsLostOrCountedTwice(@ForAll Random random) {
        History history = new History(random);
        for (String metric : METRICS) {
            BigDecimal counted = history.statement().lines().stream()
                    .filter(line -> line.metric().equals(metric) && line.kind() == StatementLine.Kind.USAGE)
                    .map(StatementLine::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            long used = history.days.stream()
                    .filter(day -> day.there() && !day.trial())
                    .mapToLong(day -> day.used().getOrDefault(metric, 0L))
                    .sum();
            assertThat(counted).isEqualByComparingTo(BigDecimal.valueOf(used));
        }
    }
}
