package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Decimals;
import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;

/** Unit price in the currency of its price plan: not negative, up to 12 digits and 10 decimals, exact. */
public record Price(BigDecimal value) implements Comparable<Price> {
    public static final Price FREE = new Price(BigDecimal.ZERO);

    /**
     * @throws Failure USAGE if the text is not such a number
     */
    public static Price parse(String text) {
        BigDecimal value = Decimals.parse(text, 12, 10);
        if (value == null) {
            throw Failure.usage("'" + text + "' is not a price", "a price is a number such as 20 or 0.05");
        }
        return new Price(value);
    }

    public boolean isFree() {
        return value.signum() == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Price price && value.compareTo(price.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return Decimals.text(value);
    }
}
