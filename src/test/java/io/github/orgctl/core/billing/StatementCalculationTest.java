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
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Statements for November 2026, which has 30 days, of an account created at the start of the year. */
class StatementCalculationTest {
    private static final Period NOVEMBER = Period.parse("2026-11");
    private static final Metric USERS = new Metric("active-users");

    private final Map<Slug, List<PricePlan>> plans = new HashMap<>();
    private final List<PricePlanAssignment> assignments = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<MemberPeriod> members = new ArrayList<>();
    private final List<UsageDay> usage = new ArrayList<>();
    private String discount = "0";
    private LocalDate trialEnd;
    private LocalDate end = NOVEMBER.end();

    private void plan(
            String name, String from, String currency, String base, String seat, long included, String users) {
        TreeMap<Metric, Tiers> meters = new TreeMap<>();
        if (users != null) {
            meters.put(USERS, Tiers.parse(users));
        }
        List<PricePlan> versions = plans.computeIfAbsent(new Slug(name), each -> new ArrayList<>());
        PricePlanRates prices =
                new PricePlanRates(Currencies.parse(currency), Price.parse(base), Price.parse(seat), included, meters);
        versions.add(new PricePlan(
                new Slug(name), versions.size() + 1L, LocalDate.parse(from), prices, Instant.EPOCH, "ann", null, null));
    }

    private void on(String plan, String from, String currency) {
        assignments.add(new PricePlanAssignment(LocalDate.parse(from), new Slug(plan), Currencies.parse(currency)));
    }

    private void member(String mailbox, String from, String to) {
        members.add(new MemberPeriod(mailbox, Instant.parse(from), to == null ? null : Instant.parse(to)));
    }

    private void used(String day, Mode mode, String quantity) {
        usage.add(new UsageDay(USERS, mode, LocalDate.parse(day), new BigDecimal(quantity)));
    }

    private Statement statement() {
        BillingAccount account = new BillingAccount(
                new Id("00000000-0000-4000-8000-000000000001"),
                new Slug("acme"),
                null,
                Line.NONE,
                Description.NONE,
                Line.NONE,
                trialEnd,
                30,
                Percentage.parse(discount),
                assignments,
                pauses,
                1,
                Instant.EPOCH);
        CurrencyUnit currency = assignments.get(0).currency();
        return new StatementCalculation(NOVEMBER, end, account, currency, plans::get).of(members, usage, List.of());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (StatementLine line : statement().linesWithTotal()) {
            lines.add(line.kind() + " " + line.amount().getAmount().toPlainString());
        }
        return lines;
    }

    @Test
    void addsUpToTheTotal() {
        plan("team", "2026-01-01", "EUR", "49", "9.50", 1, "1000:free,100000:0.05,0.02");
        on("team", "2026-01-01", "EUR");
        member("a", "2026-03-01T00:00:00Z", null);
        member("b", "2026-11-21T12:00:00Z", null);
        used("2026-11-03", Mode.LIVE, "900");
        used("2026-11-29", Mode.LIVE, "99200.5");
        used("2026-11-29", Mode.SANDBOX, "5");
        discount = "10";
        assertThat(lines())
                .containsExactly(
                        "base 49.00",
                        "seats 3.17",
                        "usage 0.00",
                        "usage 4950.00",
                        "usage 2.01",
                        "sandbox 0.00",
                        "discount -500.42",
                        "total 4503.76");
        assertThat(statement().lines().get(1).description())
                .isEqualTo("team v1: 40 seat days, 30 included, 10 of 30 a month");
        assertThat(statement().lines().get(4).description()).isEqualTo("100.5 active-users, from 100,000 to 100,100.5");
    }

    @Test
    void oneDayOfOneMemberIsSingular() {
        plan("team", "2026-01-01", "EUR", "49", "9.50", 1, "free");
        on("team", "2026-11-30", "EUR");
        member("a", "2026-03-01T00:00:00Z", null);
        assertThat(statement().lines().get(1).description()).startsWith("team v1: 1 seat day, 1 included, 0 of 30");
    }

    /** The amount of every line is quantity × price ÷ per, rounded. */
    @Test
    void whatALineCountedTimesItsPriceIsItsAmount() {
        plan("team", "2026-01-01", "EUR", "49", "9.50", 1, "1000:free,100000:0.05,0.02");
        on("team", "2026-01-01", "EUR");
        on("team", "2026-11-08", "EUR");
        trialEnd = LocalDate.parse("2026-11-03");
        member("a", "2026-03-01T00:00:00Z", null);
        member("b", "2026-11-21T12:00:00Z", null);
        used("2026-11-02", Mode.LIVE, "7");
        used("2026-11-03", Mode.LIVE, "2900.5");
        used("2026-11-29", Mode.SANDBOX, "5");
        discount = "12.5";
        assertThat(statement().linesWithTotal())
                .extracting(StatementLine::unit)
                .containsExactly(
                        "days",
                        "days",
                        "seat days",
                        "active-users",
                        "active-users",
                        "active-users",
                        "active-users",
                        "percent",
                        "statement");
        assertThat(statement().linesWithTotal()).allSatisfy(line -> {
            BigDecimal exact = line.quantity().multiply(line.unitPrice());
            BigDecimal amount = exact.divide(BigDecimal.valueOf(line.per()), 2, RoundingMode.HALF_EVEN);
            assertThat(line.amount().getAmount()).isEqualByComparingTo(amount);
        });
    }

    @Test
    void chargesPlansForTheirDaysAndGoesOnCounting() {
        plan("team", "2026-01-01", "EUR", "30", "0", 0, "10:free,1");
        plan("more", "2026-01-01", "EUR", "300", "0", 0, "10:free,2");
        on("team", "2026-01-01", "EUR");
        on("more", "2026-11-11", "EUR");
        used("2026-11-10", Mode.LIVE, "8");
        used("2026-11-11", Mode.LIVE, "8");
        assertThat(lines())
                .containsExactly(
                        "base 10.00", "base 200.00", "usage 0.00", "usage 0.00", "usage 12.00", "total 222.00");
        assertThat(statement().lines().get(0).description())
                .isEqualTo("team v1: 10 of 30 days, 2026-11-01 to 2026-11-10");
    }

    @Test
    void chargesEachVersionForItsDays() {
        plan("team", "2026-01-01", "EUR", "30", "0", 0, null);
        plan("team", "2026-11-16", "EUR", "60", "0", 0, null);
        on("team", "2026-01-01", "EUR");
        assertThat(lines()).containsExactly("base 15.00", "base 30.00", "total 45.00");
    }

    @Test
    void roundsHalfToEvenOnceForEachLine() {
        plan("team", "2026-01-01", "EUR", "0", "0", 0, "1:0.125,2:0.135,0.145");
        on("team", "2026-01-01", "EUR");
        used("2026-11-10", Mode.LIVE, "3");
        assertThat(lines()).containsExactly("base 0.00", "usage 0.12", "usage 0.14", "usage 0.14", "total 0.40");
    }

    @Test
    void knowsCurrenciesOfNoneAndOfThreeDecimals() {
        plan("yen", "2026-01-01", "JPY", "1000", "0", 0, null);
        plan("dinar", "2026-01-01", "KWD", "1", "0", 0, null);
        end = LocalDate.parse("2026-11-08");
        on("yen", "2026-01-01", "JPY");
        assertThat(lines()).containsExactly("base 233", "total 233");
        assignments.clear();
        on("dinar", "2026-01-01", "KWD");
        assertThat(lines()).containsExactly("base 0.233", "total 0.233");
    }

    @Test
    void aTrialCostsNothingAndTakesNoPlaceInTheTiers() {
        plan("team", "2026-01-01", "EUR", "30", "3", 0, "10:free,1");
        on("team", "2026-01-01", "EUR");
        member("a", "2026-03-01T00:00:00Z", null);
        trialEnd = LocalDate.parse("2026-11-21");
        used("2026-11-20", Mode.LIVE, "50");
        used("2026-11-21", Mode.LIVE, "11");
        assertThat(lines())
                .containsExactly(
                        "trial 0.00",
                        "base 10.00",
                        "seats 1.00",
                        "trial 0.00",
                        "usage 0.00",
                        "usage 1.00",
                        "total 12.00");
    }

    @Test
    void aPersonIsThereOnceADay() {
        plan("team", "2026-01-01", "EUR", "0", "30", 0, null);
        on("team", "2026-01-01", "EUR");
        member("a", "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z");
        member("a", "2026-11-02T10:00:00Z", "2026-11-03T00:00:00Z");
        member("b", "2026-10-01T00:00:00Z", "2026-10-31T23:59:59.999Z");
        assertThat(lines()).containsExactly("base 0.00", "seats 2.00", "total 2.00");
    }

    @Test
    void daysInTheTrashCostNothing() {
        plan("team", "2026-01-01", "EUR", "30", "0", 0, null);
        on("team", "2026-11-11", "EUR");
        pauses.add(new Pause(LocalDate.parse("2026-11-13"), LocalDate.parse("2026-11-16")));
        pauses.add(new Pause(LocalDate.parse("2026-11-24"), null));
        assertThat(lines()).containsExactly("base 2.00", "base 8.00", "total 10.00");
    }

    @Test
    void whatIsTakenBackCountsNoMore() {
        plan("team", "2026-01-01", "EUR", "0", "0", 0, "10:1,2");
        on("team", "2026-01-01", "EUR");
        used("2026-11-02", Mode.LIVE, "12");
        used("2026-11-03", Mode.LIVE, "-11");
        assertThat(lines()).containsExactly("base 0.00", "usage 1.00", "total 1.00");
    }

    @Test
    void whatIsTakenBackLaterCostsWhatItCostWhenItWasCounted() {
        plan("team", "2026-01-01", "EUR", "0", "0", 0, "10:1,2");
        plan("dear", "2026-01-01", "EUR", "0", "0", 0, "1000");
        on("team", "2026-01-01", "EUR");
        on("dear", "2026-11-11", "EUR");
        used("2026-11-02", Mode.LIVE, "12");
        used("2026-11-12", Mode.LIVE, "-5");
        assertThat(lines())
                .containsExactly(
                        "base 0.00",
                        "base 0.00",
                        "usage 10.00",
                        "usage 4.00",
                        "usage -4.00",
                        "usage -3.00",
                        "total 7.00");
        assertThat(statement().lines().get(5).description())
                .isEqualTo("-3 active-users, from 10 to 7, 2026-11-11 to 2026-11-30");
    }

    @Test
    void belowZeroNothingIsChargedAndNothingGivenBack() {
        plan("team", "2026-01-01", "EUR", "0", "0", 0, "10:1,2");
        plan("team", "2026-11-11", "EUR", "0", "0", 0, "10:3,4");
        plan("team", "2026-11-21", "EUR", "0", "0", 0, "10:5,6");
        on("team", "2026-01-01", "EUR");
        used("2026-11-02", Mode.LIVE, "2");
        used("2026-11-12", Mode.LIVE, "-50000");
        assertThat(lines()).endsWith("usage 2.00", "usage -2.00", "usage 0.00", "total 0.00");
        used("2026-11-22", Mode.LIVE, "50000");
        assertThat(lines())
                .endsWith("usage 2.00", "usage -2.00", "usage 0.00", "usage 0.00", "usage 10.00", "total 10.00");
        assertThat(statement().lines().get(6).description())
                .isEqualTo("49,998 active-users, from -49,998 to 0, 2026-11-21 to 2026-11-30");
    }

    @Test
    void unitsWithoutAPriceAreCountedAndTakeBackWhatTheOthersCost() {
        plan("priced", "2026-01-01", "EUR", "0", "0", 0, "10:1,2");
        plan("silent", "2026-01-01", "EUR", "0", "0", 0, null);
        on("priced", "2026-01-01", "EUR");
        on("silent", "2026-11-11", "EUR");
        used("2026-11-05", Mode.LIVE, "10");
        used("2026-11-13", Mode.LIVE, "-10");
        assertThat(lines()).endsWith("usage 10.00", "usage -10.00", "total 0.00");
        used("2026-11-14", Mode.LIVE, "15");
        on("priced", "2026-11-21", "EUR");
        used("2026-11-22", Mode.LIVE, "1");
        assertThat(lines()).endsWith("usage 10.00", "usage -10.00", "usage 0.00", "usage 2.00", "total 2.00");
    }

    @Test
    void whatIsTakenBackIsSettledInTheOrderOfTheDays() {
        plan("dear", "2026-01-01", "EUR", "0", "0", 0, "1");
        plan("cheap", "2026-01-01", "EUR", "0", "0", 0, "0.1");
        on("dear", "2026-01-01", "EUR");
        on("cheap", "2026-11-11", "EUR");
        used("2026-11-20", Mode.LIVE, "10");
        used("2026-11-13", Mode.LIVE, "-10");
        used("2026-11-05", Mode.LIVE, "10");
        assertThat(lines()).endsWith("usage 10.00", "usage -10.00", "usage 1.00", "total 1.00");
    }

    @Test
    void aBoundaryThatSaysNothingAboutAMetricDoesNotRoundItAgain() {
        plan("team", "2026-01-01", "EUR", "30", "0", 0, "0.005");
        plan("team", "2026-11-11", "EUR", "60", "0", 0, "0.0050");
        plan("other", "2026-01-01", "EUR", "90", "0", 0, "0.005");
        on("team", "2026-01-01", "EUR");
        on("other", "2026-11-21", "EUR");
        pauses.add(new Pause(LocalDate.parse("2026-11-25"), LocalDate.parse("2026-11-27")));
        for (String day : new String[] {"2026-11-05", "2026-11-15", "2026-11-23", "2026-11-28"}) {
            used(day, Mode.LIVE, "1");
        }
        used("2026-11-26", Mode.LIVE, "1000");
        assertThat(lines())
                .contains("usage 0.02")
                .filteredOn(line -> line.startsWith("usage"))
                .hasSize(1);
    }

    @Test
    void aMetricWithoutAPriceIsShown() {
        plan("team", "2026-01-01", "EUR", "0", "0", 0, null);
        on("team", "2026-01-01", "EUR");
        used("2026-11-02", Mode.LIVE, "12");
        assertThat(statement().lines().get(1).description())
                .isEqualTo("12 active-users, for which team v1 has no price");
        assertThat(lines()).containsExactly("base 0.00", "usage 0.00", "total 0.00");
    }
}
