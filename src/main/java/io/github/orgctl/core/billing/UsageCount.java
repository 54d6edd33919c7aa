package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.Tier;
import io.github.orgctl.core.model.billing.Tiers;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How many units of a metric a month has counted so far, and what each cost. What is taken back are the units that were
 * counted last, at what they cost; below zero nothing costs anything.
 */
final class UsageCount {
    private static final Tiers UNPRICED = new Tiers(List.of(new Tier(null, Price.FREE)));

    private BigDecimal count = BigDecimal.ZERO;
    /** The units from zero up to the count, the last ones first. */
    private final Deque<Tiers.Slice> charged = new ArrayDeque<>();

    /**
     * Counts what was used on days with one price, day by day. Whatever rises and falls above the lowest count of these
     * days cancels itself out, since the same place in the tiers has the same price: so it is as if all that is taken back
     * from before were taken back first, and then all that is left were counted.
     *
     * @param tiers null where the metric has no price
     * @return what was taken back, at what it cost, and what was counted, at what it costs
     */
    List<Tiers.Slice> add(List<BigDecimal> days, Tiers tiers) {
        BigDecimal before = count;
        BigDecimal lowest = count;
        for (BigDecimal quantity : days) {
            count = count.add(quantity);
            lowest = lowest.min(count);
        }
        List<Tiers.Slice> slices = new ArrayList<>();
        takeBack(before.max(BigDecimal.ZERO), lowest.max(BigDecimal.ZERO), slices);
        BigDecimal debt = before.min(BigDecimal.ZERO);
        BigDecimal left = count.min(BigDecimal.ZERO);
        if (debt.compareTo(left) != 0) {
            slices.add(new Tiers.Slice(debt, left, Price.FREE));
        }
        for (Tiers.Slice slice :
                (tiers == null ? UNPRICED : tiers).slices(lowest.max(BigDecimal.ZERO), count.max(BigDecimal.ZERO))) {
            charged.push(slice);
            slices.add(slice);
        }
        return slices;
    }

    private void takeBack(BigDecimal from, BigDecimal to, List<Tiers.Slice> slices) {
        BigDecimal low = from;
        while (low.compareTo(to) > 0) {
            Tiers.Slice last = charged.pop();
            BigDecimal left = last.from().max(to);
            slices.add(new Tiers.Slice(low, left, last.price()));
            if (left.compareTo(last.from()) > 0) {
                charged.push(new Tiers.Slice(last.from(), left, last.price()));
            }
            low = left;
        }
    }
}
