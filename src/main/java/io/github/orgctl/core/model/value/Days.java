package io.github.orgctl.core.model.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Days in UTC. */
public final class Days {
    private static final long MILLIS = 86_400_000;

    private Days() {}

    /**
     * Reads {@code 2026-11-30}.
     *
     * @throws Failure USAGE when it is no day
     */
    public static LocalDate parse(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException malformed) {
            // Told below, together with days out of reach.
        }
        throw Failure.usage("'" + text + "' is not a date", "use year, month and day, for example 2026-11-30");
    }

    public static LocalDate of(Instant time) {
        return LocalDate.ofEpochDay(number(time.toEpochMilli()));
    }

    /** The number of the day that a time in milliseconds is in, counted like the time from 1970. */
    public static long number(long millis) {
        return Math.floorDiv(millis, MILLIS);
    }
}
