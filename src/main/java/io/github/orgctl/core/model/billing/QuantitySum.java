package io.github.orgctl.core.model.billing;

import java.math.BigDecimal;

/** Adds up quantities exactly. Whole units stand apart from the rest, so that no sum is too long for a number. */
public final class QuantitySum {
    private long units;
    private long millionths;
    private long count;

    public void add(Quantity quantity) {
        units += quantity.millionths() / Quantity.MILLION;
        millionths += quantity.millionths() % Quantity.MILLION;
        count++;
    }

    /** Takes back one that was added. */
    public void takeBack(Quantity quantity) {
        units -= quantity.millionths() / Quantity.MILLION;
        millionths -= quantity.millionths() % Quantity.MILLION;
        count--;
    }

    /** The whole units of all quantities. */
    public long units() {
        return units;
    }

    /** What all quantities have beside their whole units, which can be more than a unit. */
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
