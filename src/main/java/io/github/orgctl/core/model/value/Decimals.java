package io.github.orgctl.core.model.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/** Formats and parses decimal numbers, without exponents and trailing zeros. */
public final class Decimals {
    private Decimals() {}

    public static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Formats a number with thousands separators, for sentences. */
    public static String grouped(BigDecimal number) {
        return grouped(text(number));
    }

    /** Formats an amount with all decimals of its currency and thousands separators. */
    public static String grouped(Money amount) {
        return grouped(amount.getAmount().toPlainString());
    }

    /** Pads a number to a minimum number of decimals. */
    public static BigDecimal price(BigDecimal number, int decimals) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.setScale(Math.max(bare.scale(), decimals), RoundingMode.UNNECESSARY);
    }

    /** Formats a number with thousands separators and a minimum number of decimals. */
    public static String grouped(BigDecimal number, int decimals) {
        return grouped(price(number, decimals).toPlainString());
    }

    private static String grouped(String number) {
        StringBuilder grouped = new StringBuilder(number);
        int first = grouped.charAt(0) == '-' ? 1 : 0;
        int point = grouped.indexOf(".");
        for (int i = (point < 0 ? grouped.length() : point) - 3; i > first; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    /**
     * Parses a decimal number that is not negative.
     *
     * @param digits maximum number of digits before the decimal point
     * @param decimals maximum number of decimals
     * @return null if the text is not such a number
     */
    public static BigDecimal parse(String text, int digits, int decimals) {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        boolean fits = whole > 0 && whole <= digits && (point < 0 || text.length() - point - 1 <= decimals);
        for (int i = 0; fits && i < text.length(); i++) {
            char c = text.charAt(i);
            fits = i == point ? i < text.length() - 1 : c >= '0' && c <= '9';
        }
        return fits ? new BigDecimal(text) : null;
    }
}
