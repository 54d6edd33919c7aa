package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.value.Decimals;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A decimal number, shown as its text and sorted by its value. */
public record DecimalText(BigDecimal value, String text) implements Comparable<DecimalText> {
    /** Without zeros that say nothing. */
    public static DecimalText of(BigDecimal number) {
        return new DecimalText(number, Decimals.text(number));
    }

    /** An amount with all decimals of its currency, which is a separate field. */
    public static DecimalText of(Money amount) {
        return new DecimalText(amount.getAmount(), amount.getAmount().toPlainString());
    }

    /** A price with at least the decimals of its currency. */
    public static DecimalText ofPrice(BigDecimal price, CurrencyUnit currency) {
        return new DecimalText(
                price, Decimals.price(price, currency.getDecimalPlaces()).toPlainString());
    }

    @Override
    public int compareTo(DecimalText other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return text;
    }
}
