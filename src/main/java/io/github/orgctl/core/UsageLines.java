package io.github.orgctl.core;

import io.github.orgctl.core.model.Decimals;
import io.github.orgctl.core.model.Metric;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.Price;
import io.github.orgctl.core.model.StatementLine;
import io.github.orgctl.core.model.Tiers;
import io.github.orgctl.core.model.UsageDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The lines of a month for what was used in live environments. Each metric has one count, which goes on where the plan
 * changes. What is taken back are the units that were counted last, at what they cost; below zero nothing costs anything.
 */
final class UsageLines {
    private final CurrencyUnit currency;
    private final List<Stretch> stretches;
    private final List<StatementLine> lines = new ArrayList<>();

    private UsageLines(CurrencyUnit currency, List<Stretch> stretches) {
        this.currency = currency;
        this.stretches = stretches;
    }

    /**
     * @param stretches of the month
     * @param usage of the days of the month
     */
    static List<StatementLine> of(CurrencyUnit currency, List<Stretch> stretches, List<UsageDay> usage) {
        UsageLines lines = new UsageLines(currency, stretches);
        for (Metric metric : metrics(usage, Mode.LIVE)) {
            lines.add(metric, usage);
        }
        return lines.lines;
    }

    static SortedSet<Metric> metrics(List<UsageDay> usage, Mode mode) {
        SortedSet<Metric> metrics = new TreeSet<>();
        for (UsageDay day : usage) {
            if (day.mode() == mode) {
                metrics.add(day.metric());
            }
        }
        return metrics;
    }

    private void add(Metric metric, List<UsageDay> usage) {
        BigDecimal count = BigDecimal.ZERO;
        Deque<Tiers.Slice> charged = new ArrayDeque<>();
        for (Stretch stretch : stretches) {
            BigDecimal quantity = sum(usage, metric, stretch);
            Tiers tiers = stretch.plan().prices().meters().get(metric);
            if (quantity.signum() == 0) {
                continue;
            }
            if (stretch.trial() || tiers == null) {
                addFree(stretch, metric, quantity);
                continue;
            }
            BigDecimal to = count.add(quantity);
            for (Tiers.Slice slice : slices(tiers, count, to, charged)) {
                addSlice(stretch, metric, slice);
            }
            count = to;
        }
    }

    private static BigDecimal sum(List<UsageDay> usage, Metric metric, Stretch stretch) {
        BigDecimal sum = BigDecimal.ZERO;
        for (UsageDay day : usage) {
            if (day.mode() == Mode.LIVE && day.metric().equals(metric) && stretch.has(day.day())) {
                sum = sum.add(day.quantity());
            }
        }
        return sum;
    }

    /**
     * @param charged what the units from zero up to the count were charged at, the last ones first
     */
    private static List<Tiers.Slice> slices(Tiers tiers, BigDecimal from, BigDecimal to, Deque<Tiers.Slice> charged) {
        List<Tiers.Slice> slices = new ArrayList<>();
        BigDecimal low = from.max(BigDecimal.ZERO);
        BigDecimal high = to.max(BigDecimal.ZERO);
        if (from.signum() < 0) {
            slices.add(new Tiers.Slice(from, to.min(BigDecimal.ZERO), Price.FREE));
        }
        for (Tiers.Slice slice : tiers.slices(low, high)) {
            charged.push(slice);
            slices.add(slice);
        }
        while (low.compareTo(high) > 0) {
            Tiers.Slice last = charged.pop();
            BigDecimal left = last.from().max(high);
            slices.add(new Tiers.Slice(low, left, last.price()));
            if (left.compareTo(last.from()) > 0) {
                charged.push(new Tiers.Slice(last.from(), left, last.price()));
            }
            low = left;
        }
        if (from.signum() >= 0 && to.signum() < 0) {
            slices.add(new Tiers.Slice(BigDecimal.ZERO, to, Price.FREE));
        }
        return slices;
    }

    private void addFree(Stretch stretch, Metric metric, BigDecimal quantity) {
        String counted = Decimals.grouped(quantity) + " " + metric
                + (stretch.trial() ? " on trial" : ", for which " + stretch.name() + " has no price");
        add(
                stretch.trial() ? StatementLine.Kind.TRIAL : StatementLine.Kind.USAGE,
                stretch,
                metric,
                counted,
                quantity,
                BigDecimal.ZERO);
    }

    private void addSlice(Stretch stretch, Metric metric, Tiers.Slice slice) {
        String counted = Decimals.grouped(slice.quantity()) + " " + metric + ", from " + Decimals.grouped(slice.from())
                + " to " + Decimals.grouped(slice.to());
        add(
                StatementLine.Kind.USAGE,
                stretch,
                metric,
                counted,
                slice.quantity(),
                slice.price().value());
    }

    private void add(
            StatementLine.Kind kind,
            Stretch stretch,
            Metric metric,
            String counted,
            BigDecimal quantity,
            BigDecimal price) {
        lines.add(new StatementLine(
                kind,
                stretch.plan().name().value(),
                metric.name(),
                counted + stretch.range(),
                quantity,
                metric.name(),
                price,
                1,
                Money.of(currency, price.multiply(quantity), RoundingMode.HALF_EVEN)));
    }
}
