package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.billing.UsageDay;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Calculates the statement lines for usage of live environments, by metric and {@link UsageSpan}. */
final class UsageLines {
    private final CurrencyUnit currency;
    private final List<BillingSegment> segments;
    private final List<StatementLine> lines = new ArrayList<>();

    private UsageLines(CurrencyUnit currency, List<BillingSegment> segments) {
        this.currency = currency;
        this.segments = segments;
    }

    /**
     * @param segments segments of the month
     * @param since the organization's first day; earlier usage of a moved project is billed on that day
     * @param usage daily usage in the month
     */
    static List<StatementLine> of(
            CurrencyUnit currency, List<BillingSegment> segments, LocalDate since, List<UsageDay> usage) {
        UsageLines lines = new UsageLines(currency, segments);
        for (var metric : byDay(usage, Mode.LIVE).entrySet()) {
            lines.add(metric.getKey(), from(since, metric.getValue()));
        }
        return lines.lines;
    }

    private static NavigableMap<LocalDate, BigDecimal> from(LocalDate since, NavigableMap<LocalDate, BigDecimal> days) {
        NavigableMap<LocalDate, BigDecimal> moved = new TreeMap<>();
        days.forEach((day, quantity) -> moved.merge(day.isBefore(since) ? since : day, quantity, BigDecimal::add));
        return moved;
    }

    /** Daily quantities of each metric, in order. */
    static NavigableMap<Metric, NavigableMap<LocalDate, BigDecimal>> byDay(List<UsageDay> usage, Mode mode) {
        NavigableMap<Metric, NavigableMap<LocalDate, BigDecimal>> metrics = new TreeMap<>();
        for (UsageDay day : usage) {
            if (day.mode() == mode) {
                metrics.computeIfAbsent(day.metric(), metric -> new TreeMap<>())
                        .merge(day.day(), day.quantity(), BigDecimal::add);
            }
        }
        return metrics;
    }

    private void add(Metric metric, NavigableMap<LocalDate, BigDecimal> days) {
        UsageCount count = new UsageCount();
        for (UsageSpan span : UsageSpan.of(metric, segments)) {
            List<BigDecimal> quantities = span.quantities(days);
            if (span.isTrial()) {
                addTrial(span, metric, quantities);
                continue;
            }
            for (Tiers.Slice slice : count.add(quantities, span.tiers())) {
                addSlice(span, metric, slice);
            }
        }
    }

    private void addTrial(UsageSpan span, Metric metric, List<BigDecimal> quantities) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal quantity : quantities) {
            sum = sum.add(quantity);
        }
        if (sum.signum() != 0) {
            String counted = Decimals.grouped(sum) + " " + metric + " on trial";
            add(StatementLine.Kind.TRIAL, span, metric, counted, sum, BigDecimal.ZERO);
        }
    }

    private void addSlice(UsageSpan span, Metric metric, Tiers.Slice slice) {
        String counted = Decimals.grouped(slice.quantity()) + " " + metric;
        boolean isCounted = slice.from().signum() >= 0 && slice.quantity().signum() > 0;
        String place = span.tiers() == null && isCounted
                ? ", for which " + span.first().name() + " has no price"
                : ", from " + Decimals.grouped(slice.from()) + " to " + Decimals.grouped(slice.to());
        add(
                StatementLine.Kind.USAGE,
                span,
                metric,
                counted + place,
                slice.quantity(),
                slice.price().value());
    }

    private void add(
            StatementLine.Kind kind,
            UsageSpan span,
            Metric metric,
            String counted,
            BigDecimal quantity,
            BigDecimal price) {
        lines.add(new StatementLine(
                kind,
                span.first().plan().name().value(),
                metric.name(),
                counted + span.range(),
                quantity,
                metric.name(),
                price,
                1,
                Money.of(currency, price.multiply(quantity), RoundingMode.HALF_EVEN)));
    }
}
