package io.github.orgctl.core.model.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/** Decimal numbers as people write them: without an exponent, and without zeros that say nothing. */
public final class Decimals {
    private Decimals() {}

    public static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The same with a comma between thousands, for sentences. */
    public static String grouped(BigDecimal number) {
        return grouped(text(number));
    }

    /** An amount with all the decimals of its currency and a comma between thousands. */
    public static String grouped(Money amount) {
        return grouped(amount.getAmount().toPlainString());
    }

    /** A number with that many decimals, and more where it has more. */
    public static BigDecimal price(BigDecimal number, int decimals) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.setScale(Math.max(bare.scale(), decimals), RoundingMode.UNNECESSARY);
    }

    /** With that many decimals, and more where it has more. */
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
     * Reads a decimal number that is not below zero.
     *
     * @param digits the highest number of digits before the point
     * @param decimals the highest number of digits behind it
     * @return null when the text is none
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
