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
 * Running count of a metric's units in a month, with the price of each. Negative quantities refund the most recently
 * counted units at their price; below zero nothing is charged.
 */
final class UsageCount {
    private static final Tiers UNPRICED = new Tiers(List.of(new Tier(null, Price.FREE)));

    private BigDecimal count = BigDecimal.ZERO;
    /** The counted units by price, most recent first. */
    private final Deque<Tiers.Slice> charged = new ArrayDeque<>();

    /**
     * Counts the quantities of consecutive days with the same prices. Within these days, rises and falls above the
     * lowest count cancel out, because a position in the tiers has the same price. The result is the same as if all
     * refunds of earlier units came first and the remaining units were counted after them.
     *
     * @param tiers null if the metric has no price
     * @return the refunded units at their prices, and the counted units at theirs
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
