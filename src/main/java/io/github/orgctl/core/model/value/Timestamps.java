package io.github.orgctl.core.model.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * Formats and parses times as RFC 3339 in UTC with three fraction digits, {@code 2026-11-23T10:15:30.123Z}.
 * Handwritten, because the formatter of java.time would add a third to the program's start-up time.
 */
public final class Timestamps {
    private static final int LENGTH = 24;
    private static final long FIRST_SECOND = -62_167_219_200L;
    private static final long LAST_SECOND = 253_402_300_799L;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_FROM_MARCH_0000_TO_EPOCH = 719_468;

    private Timestamps() {}

    public static String text(Instant instant) {
        if (!isWritable(instant)) {
            return instant.toString();
        }
        long seconds = instant.getEpochSecond();
        char[] text = new char[LENGTH];
        putDate(text, (int) Math.floorDiv(seconds, (long) SECONDS_A_DAY));
        putTime(text, (int) Math.floorMod(seconds, (long) SECONDS_A_DAY));
        text[19] = '.';
        put(text, 20, 3, instant.getNano() / 1_000_000);
        text[23] = 'Z';
        return new String(text);
    }

    /**
     * Parses an RFC 3339 time to the millisecond. Common forms in UTC have a fast path, because a file can contain
     * millions.
     *
     * @return milliseconds since 1970
     * @throws Failure USAGE if the text is not a time in the years 0 to 9999
     */
    public static long parse(String text) {
        int length = text.length();
        boolean usual = (length == 20 || length == 24 && text.charAt(19) == '.')
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(length - 1) == 'Z';
        try {
            if (!usual) {
                return writable(OffsetDateTime.parse(text).toInstant()).toEpochMilli();
            }
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            int second = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19))
                    .toSecondOfDay();
            return (day * SECONDS_A_DAY + second) * 1000 + (length == 24 ? number(text, 20, 23) : 0);
        } catch (DateTimeException | NumberFormatException malformed) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "'" + text + "' is not a time",
                    "use RFC 3339, for example 2026-11-30T18:00:00Z",
                    malformed);
        }
    }

    /**
     * Returns the time if RFC 3339 can represent it, so that formatted times sort chronologically.
     *
     * @throws Failure USAGE if it is not in the years 0 to 9999
     */
    public static Instant writable(Instant instant) {
        if (!isWritable(instant)) {
            throw Failure.usage(instant + " is out of range", "the years 0 to 9999 are supported");
        }
        return instant;
    }

    /** Whether the time is in the years 0 to 9999. */
    public static boolean isWritable(Instant instant) {
        long seconds = instant.getEpochSecond();
        return seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new NumberFormatException();
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    // Years are counted from 1 March, so that a leap day is the last day of its year.
    private static void putDate(char[] text, int epochDay) {
        int day = epochDay + DAYS_FROM_MARCH_0000_TO_EPOCH;
        int era = Math.floorDiv(day, DAYS_IN_400_YEARS);
        int dayOfEra = day - era * DAYS_IN_400_YEARS;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        put(text, 0, 4, era * 400 + yearOfEra + (month <= 2 ? 1 : 0));
        text[4] = '-';
        put(text, 5, 2, month);
        text[7] = '-';
        put(text, 8, 2, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    }

    private static void putTime(char[] text, int secondOfDay) {
        text[10] = 'T';
        put(text, 11, 2, secondOfDay / 3600);
        text[13] = ':';
        put(text, 14, 2, secondOfDay / 60 % 60);
        text[16] = ':';
        put(text, 17, 2, secondOfDay % 60);
    }

    private static void put(char[] text, int at, int digits, int number) {
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (char) ('0' + number % 10);
            number /= 10;
        }
    }

    /**
     * Parses exactly the format that {@link #text} writes.
     *
     * @throws Failure USAGE for any other text
     */
    public static Instant exact(String text) {
        Instant instant = Instant.ofEpochMilli(parse(text));
        if (!text(instant).equals(text)) {
            throw Failure.usage("'" + text + "' is not a time as this program writes it");
        }
        return instant;
    }
}
