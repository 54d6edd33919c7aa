package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Decimals;
import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;

/**
 * Quantity of used units: an exact number with up to six decimals. Negative quantities correct earlier records.
 *
 * @param millionths at most 10^18 in either direction, which is 10^12 units
 */
public record Quantity(long millionths) implements Comparable<Quantity> {
    public static final long MILLION = 1_000_000;

    private static final int DECIMALS = 6;
    private static final int MAX_DIGITS = 12;

    /**
     * Parses a decimal number without an exponent. Handwritten for speed, because a file can contain millions.
     *
     * @throws Failure USAGE if it is not a number, or has too many digits
     */
    public static Quantity parse(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (end == start || end - start > MAX_DIGITS || point >= 0 && decimals == 0 || decimals > DECIMALS) {
            throw malformed(text);
        }
        long number = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != point) {
                if (c < '0' || c > '9') {
                    throw malformed(text);
                }
                number = number * 10 + c - '0';
            }
        }
        for (int i = decimals; i < DECIMALS; i++) {
            number *= 10;
        }
        return new Quantity(start == 0 ? number : -number);
    }

    private static Failure malformed(String text) {
        return Failure.usage(
                "'" + text + "' is not a quantity",
                "a quantity is a number such as 1200 or 0.25, with up to 12 digits and 6 decimals");
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(millionths, DECIMALS);
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(millionths, other.millionths);
    }

    @Override
    public String toString() {
        return Decimals.text(value());
    }
}
