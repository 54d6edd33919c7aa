package org.sqlite.date;

import java.util.Date;
import java.util.TimeZone;

/**
 * Stands where the driver keeps a date format in the configuration of each connection, without being one.
 *
 * <p>Times are kept as integers here, so none is ever used; making the driver's own costs 30 ms for its calendars and
 * patterns. Whoever reads or writes a date through JDBC's date methods gets an exception that says so.
 */
public class FastDateFormat {
    private static final FastDateFormat NONE = new FastDateFormat();

    public static FastDateFormat getInstance(String pattern) {
        return NONE;
    }

    public static FastDateFormat getInstance(String pattern, TimeZone timeZone) {
        return NONE;
    }

    public String format(Date date) {
        throw unsupported();
    }

    public Date parse(String source) {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("dates as text: times are kept as integers, use getLong and setLong");
    }
}
