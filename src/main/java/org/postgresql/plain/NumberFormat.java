package org.postgresql.plain;

import java.text.ParsePosition;

/** Reads the numbers in a server's version. */
public final class NumberFormat {
    private NumberFormat() {}

    public static NumberFormat getIntegerInstance() {
        return new NumberFormat();
    }

    public void setGroupingUsed(boolean used) {
        // No number is written in groups.
    }

    /** The digits at the position, which is moved behind them, as a number; or null where there are none. */
    public Object parseObject(String text, ParsePosition position) {
        int begin = position.getIndex();
        int end = begin;
        int number = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            number = number * 10 + text.charAt(end++) - '0';
        }
        position.setIndex(end);
        return end == begin ? null : (Object) number;
    }
}
