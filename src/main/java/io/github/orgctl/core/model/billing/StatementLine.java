package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * A line of a statement.
 *
 * @param plan its price plan, or empty
 * @param metric its metric, or empty
 * @param description what is charged
 * @param quantity number of units
 * @param unit the unit: a metric, or days, seat days, percent
 * @param unitPrice price of {@code per} units
 * @param per mostly 1; the number of days in the month for monthly prices, and 100 for percentages
 * @param amount quantity × price ÷ per, rounded once, half-even, to the currency's minor unit
 */
public record StatementLine(
        Kind kind,
        String plan,
        String metric,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        long per,
        Money amount) {
    /** Kinds of lines. */
    public enum Kind {
        BASE("base"),
        SEATS("seats"),
        USAGE("usage"),
        /** Usage in a sandbox, which is free. */
        SANDBOX("sandbox"),
        /** Days or usage during a trial, which are free. */
        TRIAL("trial"),
        DISCOUNT("discount"),
        /** Difference in cost of a closed month caused by later records. */
        CORRECTION("correction"),
        TOTAL("total");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public static Kind parse(String text) {
            for (Kind kind : values()) {
                if (kind.word.equals(text)) {
                    return kind;
                }
            }
            throw Failure.usage("'" + text + "' is not a kind of line");
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
