package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * One line of a statement.
 *
 * @param plan the plan it comes from, or empty
 * @param metric the metric it counts, or empty
 * @param description what it counted
 * @param quantity how much of it
 * @param unit of what: a metric, or days, seat days, percent
 * @param unitPrice what so many of the unit cost as {@code per} says
 * @param per 1 for most; the days of the month where a price is for a month, and 100 for percent
 * @param amount quantity × price ÷ per, rounded half-even, once, to the currency's minor unit
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
        /** Usage in a sandbox, which costs nothing. */
        SANDBOX("sandbox"),
        /** Days or usage before the end of a trial, which cost nothing. */
        TRIAL("trial"),
        DISCOUNT("discount"),
        /** What more or less a closed month would have cost with what was recorded since. */
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
