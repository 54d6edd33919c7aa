package org.sqlite;

/** Stands in the driver's configuration for {@code String.format}, whose first use makes a cold Java 17 wait 10 ms. */
public final class PlainFormat {
    private PlainFormat() {}

    /** Puts the values where the format says {@code %s}, which is all that the configuration's formats say. */
    public static String format(String format, Object... values) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int place = format.indexOf("%s", from);
            text.append(format, from, place).append(value);
            from = place + 2;
        }
        return text.append(format, from, format.length()).toString();
    }
}
