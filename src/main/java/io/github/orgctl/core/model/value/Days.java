package io.github.orgctl.core.model.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Dates in UTC. */
public final class Days {
    private static final long MILLIS = 86_400_000;

    private Days() {}

    /**
     * Parses a date such as {@code 2026-11-30}.
     *
     * @throws Failure USAGE if the text is not a date
     */
    public static LocalDate parse(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException malformed) {
            // Reported below, together with dates out of range.
        }
        throw Failure.usage("'" + text + "' is not a date", "use year, month and day, for example 2026-11-30");
    }

    public static LocalDate of(Instant time) {
        return LocalDate.ofEpochDay(number(time.toEpochMilli()));
    }

    /** Day number of a time in milliseconds, counted from 1970. */
    public static long number(long millis) {
        return Math.floorDiv(millis, MILLIS);
    }
}
