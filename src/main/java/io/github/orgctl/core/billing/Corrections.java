package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.billing.UsageDay;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Decimals;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.port.Tx;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Calculates corrections of closed months: the difference between the month's cost with and without the corrected
 * usage, at that month's prices and discount. A month plus all its corrections equals the statement that would have
 * resulted if all usage had been known when it was closed.
 */
final class Corrections {
    private final Tx tx;
    private final PricePlans plans;

    Corrections(Tx tx, PricePlans plans) {
        this.tx = tx;
        this.plans = plans;
    }

    /** A closed month, recalculated with additional usage. */
    private final class Month {
        private final Statement closed;
        private final List<BillingSegment> segments;
        private final LocalDate since;

        Month(BillingAccount account, Period period) {
            since = account.since();
            closed = tx.statements()
                    .find(account.organizationId(), period)
                    .orElseThrow(() -> new Failure(
                            Failure.Kind.DAMAGED,
                            "the store holds corrections of " + period + " for the organization "
                                    + account.organization() + ", which is not closed",
                            Advice.CHECK_STORE.of()));
            segments = BillingSegment.of(
                    period, period.end(), account.onTerms(closed.discount(), closed.trialEnd()), plans::versions);
        }

        List<StatementLine> lines(List<UsageDay> usage) {
            return UsageLines.of(closed.currency(), segments, since, usage);
        }

        /** The discount as a negative amount. */
        BigDecimal discount(List<StatementLine> usageLines) {
            BigDecimal sum = sum(usageLines, null);
            for (StatementLine line : closed.lines()) {
                boolean kept = line.kind() == StatementLine.Kind.BASE || line.kind() == StatementLine.Kind.SEATS;
                sum = kept ? sum.add(line.amount().getAmount()) : sum;
            }
            Percentage discount = closed.discount();
            return discount.of(sum).negate().setScale(closed.currency().getDecimalPlaces(), RoundingMode.HALF_EVEN);
        }
    }

    /**
     * The lines for all corrections billed in a month.
     *
     * @param currency currency of the month and of all corrected months that had prices
     */
    List<StatementLine> of(BillingAccount account, Period billed, CurrencyUnit currency) {
        List<StatementLine> lines = new ArrayList<>();
        for (Period period : tx.usage().corrected(account.organizationId(), billed)) {
            Month month = new Month(account, period);
            add(lines, account.organizationId(), month, billed, currency);
        }
        return lines;
    }

    private void add(List<StatementLine> lines, Id organization, Month month, Period billed, CurrencyUnit currency) {
        Period period = month.closed.period();
        List<UsageDay> usedBefore = tx.usage().days(organization, period, billed.plusMonths(-1));
        List<UsageDay> usedAfter = tx.usage().days(organization, period, billed);
        List<StatementLine> before = month.lines(usedBefore);
        List<StatementLine> after = month.lines(usedAfter);
        for (Metric metric : UsageLines.byDay(usedAfter, Mode.LIVE).keySet()) {
            BigDecimal was = quantity(usedBefore, metric);
            BigDecimal is = quantity(usedAfter, metric);
            BigDecimal amount = sum(after, metric).subtract(sum(before, metric));
            if (was.compareTo(is) != 0 || amount.signum() != 0) {
                String counted =
                        period + ": " + Decimals.grouped(is) + " " + metric + " instead of " + Decimals.grouped(was);
                lines.add(line(metric.name(), counted, amount, currency));
            }
        }
        BigDecimal discount = month.discount(after).subtract(month.discount(before));
        if (discount.signum() != 0) {
            String counted = period + ": its discount of " + month.closed.discount() + " %";
            lines.add(line("", counted, discount, currency));
        }
    }

    private static StatementLine line(String metric, String counted, BigDecimal amount, CurrencyUnit currency) {
        return new StatementLine(
                StatementLine.Kind.CORRECTION,
                "",
                metric,
                counted,
                BigDecimal.ONE,
                "correction",
                amount,
                1,
                Money.of(currency, amount, RoundingMode.UNNECESSARY));
    }

    private static BigDecimal quantity(List<UsageDay> usage, Metric metric) {
        BigDecimal sum = BigDecimal.ZERO;
        for (UsageDay day : usage) {
            if (day.mode() == Mode.LIVE && day.metric().equals(metric)) {
                sum = sum.add(day.quantity());
            }
        }
        return sum;
    }

    /**
     * @param metric null for all
     */
    private static BigDecimal sum(List<StatementLine> lines, Metric metric) {
        BigDecimal sum = BigDecimal.ZERO;
        for (StatementLine line : lines) {
            if (metric == null || line.metric().equals(metric.name())) {
                sum = sum.add(line.amount().getAmount());
            }
        }
        return sum;
    }
}
