package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.access.MemberPeriod;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.billing.UsageDay;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Decimals;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Computes a statement as a pure function of an organization's account, members and usage: equal inputs in any order
 * give equal lines. Each {@link BillingSegment} of the month has its own lines. {@code docs/billing.md} specifies the
 * rules.
 */
final class StatementCalculation {
    private static final long PERCENT = 100;

    private final Period period;
    private final LocalDate end;
    private final BillingAccount account;
    private final CurrencyUnit currency;
    private final List<BillingSegment> segments;
    private final List<StatementLine> lines = new ArrayList<>();

    /**
     * @param end last day to bill, exclusive; within the month or the first day of the next
     * @param currency currency of the month's prices
     * @param versions returns all versions of a plan by its name
     */
    StatementCalculation(
            Period period,
            LocalDate end,
            BillingAccount account,
            CurrencyUnit currency,
            Function<Slug, List<PricePlan>> versions) {
        this.period = period;
        this.end = end;
        this.account = account;
        this.currency = currency;
        this.segments = BillingSegment.of(period, end, account, versions);
    }

    /**
     * @param members periods of active membership
     * @param usage usage in the month
     * @param corrections lines for closed months that are corrected in this one
     */
    Statement of(List<MemberPeriod> members, List<UsageDay> usage, List<StatementLine> corrections) {
        long[] active = activeByDay(members);
        for (BillingSegment segment : segments) {
            addBase(segment);
        }
        for (BillingSegment segment : segments) {
            addSeats(segment, active);
        }
        lines.addAll(UsageLines.of(currency, segments, account.since(), usage));
        addSandbox(usage);
        addDiscount();
        lines.addAll(corrections);
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
                account.discount(),
                Issuer.NONE,
                account.trialEnd(),
                null,
                lines);
    }

    private void addBase(BillingSegment segment) {
        BigDecimal days = BigDecimal.valueOf(segment.days());
        BigDecimal price = segment.plan().prices().base().value();
        String counted = segment.name() + ": " + segment.days() + " of " + period.days() + " days" + segment.range();
        if (segment.trial()) {
            add(StatementLine.Kind.TRIAL, segment, counted + " on trial", days, "days", BigDecimal.ZERO);
        } else {
            add(StatementLine.Kind.BASE, segment, counted, days, "days", price);
        }
    }

    private void addSeats(BillingSegment segment, long[] active) {
        PricePlanRates prices = segment.plan().prices();
        long there = 0;
        long paid = 0;
        for (LocalDate day = segment.from(); day.isBefore(segment.to()); day = day.plusDays(1)) {
            long seats = active[day.getDayOfMonth() - 1];
            there += seats;
            paid += Math.max(0, seats - prices.seatsIncluded());
        }
        if (segment.trial() || there == 0) {
            return;
        }
        BigDecimal price = prices.seat().value();
        BigDecimal quantity = BigDecimal.valueOf(paid);
        String counted = segment.name() + ": " + Count.of(there, "seat day") + ", " + (there - paid) + " included, "
                + paid + " of " + period.days() + " a month" + segment.range();
        add(StatementLine.Kind.SEATS, segment, counted, quantity, "seat days", price);
    }

    /** Number of active members on each day of the month. A member who joins twice on a day counts once. */
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

    /** Index of the day in the month, from 0, limited to the billed days. */
    private int dayOfMonth(LocalDate day) {
        LocalDate held = day.isBefore(end) ? day : end;
        return (int) Math.max(0, held.toEpochDay() - period.firstDay().toEpochDay());
    }

    private void addSandbox(List<UsageDay> usage) {
        for (var days : UsageLines.byDay(usage, Mode.SANDBOX).entrySet()) {
            Metric metric = days.getKey();
            BigDecimal quantity = BigDecimal.ZERO;
            for (BigDecimal day : days.getValue().headMap(end).values()) {
                quantity = quantity.add(day);
            }
            String counted = Decimals.grouped(quantity) + " " + metric + " in sandboxes";
            lines.add(new StatementLine(
                    StatementLine.Kind.SANDBOX,
                    "",
                    metric.name(),
                    counted,
                    quantity,
                    metric.name(),
                    BigDecimal.ZERO,
                    1,
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
        String counted = account.discount() + " % of " + Decimals.grouped(Money.of(currency, sum));
        lines.add(new StatementLine(
                StatementLine.Kind.DISCOUNT,
                "",
                "",
                counted,
                account.discount().value().negate(),
                "percent",
                sum,
                PERCENT,
                Money.of(currency, account.discount().of(sum).negate(), RoundingMode.HALF_EVEN)));
    }

    /** Adds the share of a monthly price for a number of days. */
    private void add(
            StatementLine.Kind kind,
            BillingSegment segment,
            String description,
            BigDecimal days,
            String unit,
            BigDecimal price) {
        BigDecimal amount = price.multiply(days)
                .divide(BigDecimal.valueOf(period.days()), currency.getDecimalPlaces(), RoundingMode.HALF_EVEN);
        lines.add(new StatementLine(
                kind,
                segment.plan().name().value(),
                "",
                description,
                days,
                unit,
                price,
                period.days(),
                Money.of(currency, amount)));
    }
}
