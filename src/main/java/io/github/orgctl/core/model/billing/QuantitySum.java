package io.github.orgctl.core.model.billing;

import java.math.BigDecimal;

/** Exact sum of quantities. Whole units and fractions are added up separately to prevent an overflow. */
public final class QuantitySum {
    private long units;
    private long millionths;
    private long count;

    public void add(Quantity quantity) {
        units += quantity.millionths() / Quantity.MILLION;
        millionths += quantity.millionths() % Quantity.MILLION;
        count++;
    }

    /** Subtracts a quantity that was added. */
    public void takeBack(Quantity quantity) {
        units -= quantity.millionths() / Quantity.MILLION;
        millionths -= quantity.millionths() % Quantity.MILLION;
        count--;
    }

    /** Sum of the whole units. */
    public long units() {
        return units;
    }

    /** Sum of the fractions, which may exceed one unit. */
    public long millionths() {
        return millionths;
    }

    /** Number of quantities. */
    public long count() {
        return count;
    }

    public BigDecimal value() {
        return value(units, millionths);
    }

    public static BigDecimal value(long units, long millionths) {
        return BigDecimal.valueOf(units).add(new Quantity(millionths).value());
    }
}
