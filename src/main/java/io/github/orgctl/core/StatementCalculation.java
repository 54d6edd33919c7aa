package io.github.orgctl.core;

import io.github.orgctl.core.model.BillingAccount;
import io.github.orgctl.core.model.Days;
import io.github.orgctl.core.model.Decimals;
import io.github.orgctl.core.model.MemberPeriod;
import io.github.orgctl.core.model.Metric;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.Period;
import io.github.orgctl.core.model.Plan;
import io.github.orgctl.core.model.PlanAssignment;
import io.github.orgctl.core.model.PlanPrices;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.model.Statement;
import io.github.orgctl.core.model.StatementLine;
import io.github.orgctl.core.model.Tiers;
import io.github.orgctl.core.model.UsageDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Computes a statement from what an organization was and used, and from nothing else: the same facts in any order give
 * the same lines. The month is taken apart into stretches of days with one version of one plan; each gives lines of its
 * own. {@code docs/billing.md} specifies the rules.
 */
final class StatementCalculation {
    /** Days with one version of one plan. */
    private record Stretch(LocalDate from, LocalDate to, Plan plan, boolean trial) {
        int days() {
            return (int) (to.toEpochDay() - from.toEpochDay());
        }

        boolean has(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }

        boolean continues(Plan other, boolean otherTrial) {
            return plan.name().equals(other.name()) && plan.version() == other.version() && trial == otherTrial;
        }

        String name() {
            return plan.name() + " v" + plan.version();
        }
    }

    private final Period period;
    private final LocalDate end;
    private final BillingAccount account;
    private final CurrencyUnit currency;
    private final List<Stretch> stretches;
    private final List<StatementLine> lines = new ArrayList<>();

    /**
     * @param end the day behind the last that counts, within the month or right behind it
     * @param versions all versions of a plan by its name
     */
    StatementCalculation(Period period, LocalDate end, BillingAccount account, Function<Slug, List<Plan>> versions) {
        this.period = period;
        this.end = end;
        this.account = account;
        this.stretches = stretches(versions);
        this.currency = currency();
    }

    private List<Stretch> stretches(Function<Slug, List<Plan>> versions) {
        List<Stretch> found = new ArrayList<>();
        for (LocalDate day = period.firstDay(); day.isBefore(end); day = day.plusDays(1)) {
            PlanAssignment assignment = account.on(day);
            if (assignment.plan() == null || assignment.from().isAfter(day)) {
                continue;
            }
            Plan plan = Plans.on(day, versions.apply(assignment.plan()));
            boolean trial = account.trialEnd() != null && day.isBefore(account.trialEnd());
            Stretch last = found.isEmpty() ? null : found.get(found.size() - 1);
            if (last != null && last.to().equals(day) && last.continues(plan, trial)) {
                found.set(found.size() - 1, new Stretch(last.from(), day.plusDays(1), plan, trial));
            } else {
                found.add(new Stretch(day, day.plusDays(1), plan, trial));
            }
        }
        return found;
    }

    /** That of the plans: within a month they have no two. */
    private CurrencyUnit currency() {
        for (Stretch stretch : stretches) {
            if (stretch.plan().prices().currency() != null) {
                return stretch.plan().prices().currency();
            }
        }
        return account.currencyOn(end.minusDays(1));
    }

    /**
     * @param members who was active in the month
     * @param usage of the days of the month
     */
    Statement of(List<MemberPeriod> members, List<UsageDay> usage) {
        long[] active = activeByDay(members);
        for (Stretch stretch : stretches) {
            addBase(stretch);
        }
        for (Stretch stretch : stretches) {
            addSeats(stretch, active);
        }
        addUsage(usage);
        addSandbox(usage);
        addDiscount();
        return new Statement(
                account.organizationId(),
                account.organization(),
                period,
                account.legalName(),
                account.address(),
                account.taxId(),
                account.email(),
                account.paymentDays(),
                currency,
                null,
                lines);
    }

    private void addBase(Stretch stretch) {
        BigDecimal days = BigDecimal.valueOf(stretch.days());
        BigDecimal price = stretch.plan().prices().base().value();
        String counted = stretch.name() + ": " + stretch.days() + " of " + period.days() + " days" + range(stretch);
        if (stretch.trial()) {
            add(StatementLine.Kind.TRIAL, stretch, "", counted + " on trial", days, BigDecimal.ZERO, BigDecimal.ZERO);
        } else {
            add(StatementLine.Kind.BASE, stretch, "", counted, days, price, ofMonth(price.multiply(days)));
        }
    }

    private void addSeats(Stretch stretch, long[] active) {
        PlanPrices prices = stretch.plan().prices();
        long there = 0;
        long paid = 0;
        for (LocalDate day = stretch.from(); day.isBefore(stretch.to()); day = day.plusDays(1)) {
            long seats = active[day.getDayOfMonth() - 1];
            there += seats;
            paid += Math.max(0, seats - prices.seatsIncluded());
        }
        if (stretch.trial() || there == 0) {
            return;
        }
        BigDecimal price = prices.seat().value();
        BigDecimal quantity = BigDecimal.valueOf(paid);
        String counted = stretch.name() + ": " + there + " seat days, " + (there - paid) + " included, " + paid + " of "
                + period.days() + " a month" + range(stretch);
        add(StatementLine.Kind.SEATS, stretch, "", counted, quantity, price, ofMonth(price.multiply(quantity)));
    }

    /** How many people were there on each day of the month. Who comes twice a day is there once. */
    private long[] activeByDay(List<MemberPeriod> members) {
        Map<String, BitSet> days = new HashMap<>();
        for (MemberPeriod member : members) {
            LocalDate behind =
                    member.endedAt() == null ? end : Days.of(member.endedAt()).plusDays(1);
            int first = dayOfMonth(Days.of(member.beganAt()));
            int last = dayOfMonth(behind);
            if (first < last) {
                days.computeIfAbsent(member.mailbox(), mailbox -> new BitSet()).set(first, last);
            }
        }
        long[] active = new long[period.days()];
        for (BitSet there : days.values()) {
            there.stream().forEach(day -> active[day]++);
        }
        return active;
    }

    /** Counted from 0, and held within the days that count. */
    private int dayOfMonth(LocalDate day) {
        LocalDate held = day.isBefore(end) ? day : end;
        return (int) Math.max(0, held.toEpochDay() - period.firstDay().toEpochDay());
    }

    /** A month has one count for each metric, which goes on where the plan changes. */
    private void addUsage(List<UsageDay> usage) {
        for (Metric metric : metrics(usage, Mode.LIVE)) {
            BigDecimal count = BigDecimal.ZERO;
            for (Stretch stretch : stretches) {
                BigDecimal quantity = sum(usage, metric, Mode.LIVE, stretch);
                Tiers tiers = stretch.plan().prices().meters().get(metric);
                if (quantity.signum() == 0) {
                    continue;
                }
                if (stretch.trial() || tiers == null) {
                    addFree(stretch, metric, quantity);
                } else {
                    BigDecimal to = count.add(quantity);
                    for (Tiers.Slice slice : tiers.slices(count, to)) {
                        addSlice(stretch, metric, slice);
                    }
                    count = to;
                }
            }
        }
    }

    private void addFree(Stretch stretch, Metric metric, BigDecimal quantity) {
        String counted = Decimals.grouped(quantity) + " " + metric
                + (stretch.trial() ? " on trial" : ", for which " + stretch.name() + " has no price") + range(stretch);
        add(
                stretch.trial() ? StatementLine.Kind.TRIAL : StatementLine.Kind.USAGE,
                stretch,
                metric.name(),
                counted,
                quantity,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private void addSlice(Stretch stretch, Metric metric, Tiers.Slice slice) {
        BigDecimal price = slice.price().value();
        String counted = Decimals.grouped(slice.quantity()) + " " + metric + ", from " + Decimals.grouped(slice.from())
                + " to " + Decimals.grouped(slice.to()) + range(stretch);
        BigDecimal amount = price.multiply(slice.quantity());
        add(StatementLine.Kind.USAGE, stretch, metric.name(), counted, slice.quantity(), price, rounded(amount));
    }

    private void addSandbox(List<UsageDay> usage) {
        for (Metric metric : metrics(usage, Mode.SANDBOX)) {
            BigDecimal quantity = BigDecimal.ZERO;
            for (UsageDay day : usage) {
                if (day.metric().equals(metric)
                        && day.mode() == Mode.SANDBOX
                        && day.day().isBefore(end)) {
                    quantity = quantity.add(day.quantity());
                }
            }
            String counted = Decimals.grouped(quantity) + " " + metric + " in sandboxes";
            lines.add(new StatementLine(
                    StatementLine.Kind.SANDBOX,
                    "",
                    metric.name(),
                    counted,
                    quantity,
                    BigDecimal.ZERO,
                    Money.zero(currency)));
        }
    }

    private void addDiscount() {
        BigDecimal sum = BigDecimal.ZERO;
        for (StatementLine line : lines) {
            sum = sum.add(line.amount().getAmount());
        }
        if (account.discount().isNone() || sum.signum() == 0) {
            return;
        }
        BigDecimal amount = rounded(account.discount().of(sum).negate());
        String counted = account.discount() + " % of " + sum.toPlainString();
        lines.add(new StatementLine(
                StatementLine.Kind.DISCOUNT,
                "",
                "",
                counted,
                account.discount().value(),
                sum,
                Money.of(currency, amount)));
    }

    private static SortedSet<Metric> metrics(List<UsageDay> usage, Mode mode) {
        SortedSet<Metric> metrics = new TreeSet<>();
        for (UsageDay day : usage) {
            if (day.mode() == mode) {
                metrics.add(day.metric());
            }
        }
        return metrics;
    }

    private static BigDecimal sum(List<UsageDay> usage, Metric metric, Mode mode, Stretch stretch) {
        BigDecimal sum = BigDecimal.ZERO;
        for (UsageDay day : usage) {
            if (day.mode() == mode && day.metric().equals(metric) && stretch.has(day.day())) {
                sum = sum.add(day.quantity());
            }
        }
        return sum;
    }

    private void add(
            StatementLine.Kind kind,
            Stretch stretch,
            String metric,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount) {
        String plan = stretch.plan().name().value();
        lines.add(new StatementLine(
                kind, plan, metric, description, quantity, unitPrice, Money.of(currency, rounded(amount))));
    }

    /** The part of a monthly price that so many days cost, given as their product. */
    private BigDecimal ofMonth(BigDecimal priceDays) {
        return priceDays.divide(BigDecimal.valueOf(period.days()), currency.getDecimalPlaces(), RoundingMode.HALF_EVEN);
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_EVEN);
    }

    /** Which days a stretch has, unless it has the whole month. */
    private String range(Stretch stretch) {
        return stretch.days() == period.days()
                ? ""
                : ", " + stretch.from() + " to " + stretch.to().minusDays(1);
    }
}
