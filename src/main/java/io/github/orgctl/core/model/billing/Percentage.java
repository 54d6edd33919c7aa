package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Decimals;
import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;

/** A percentage from 0 to 100 with up to two decimals. */
public record Percentage(BigDecimal value) implements Comparable<Percentage> {
    public static final Percentage NONE = new Percentage(BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @throws Failure USAGE if the text is not such a number
     */
    public static Percentage parse(String text) {
        BigDecimal value = Decimals.parse(text, 3, 2);
        if (value == null || value.compareTo(HUNDRED) > 0) {
            throw Failure.usage(
                    "'" + text + "' is not a percentage", "a percentage is a number from 0 to 100, for example 12.5");
        }
        return new Percentage(value);
    }

    public boolean isNone() {
        return value.signum() == 0;
    }

    /** This percentage of an amount, exactly. */
    public BigDecimal of(BigDecimal amount) {
        return amount.multiply(value).movePointLeft(2);
    }

    @Override
    public int compareTo(Percentage other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return Decimals.text(value);
    }
}
