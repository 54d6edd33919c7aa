package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.value.Decimals;
import java.math.BigDecimal;
import org.joda.money.Money;

/** A decimal number, shown as its text and sorted by its value. */
record Figure(BigDecimal value, String text) implements Comparable<Figure> {
    /** Without zeros that say nothing. */
    static Figure of(BigDecimal number) {
        return new Figure(number, Decimals.text(number));
    }

    /** With all the decimals of its currency, which stands in a field of its own. */
    static Figure of(Money amount) {
        return new Figure(amount.getAmount(), amount.getAmount().toPlainString());
    }

    @Override
    public int compareTo(Figure other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return text;
    }
}
