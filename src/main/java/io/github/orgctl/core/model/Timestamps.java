package io.github.orgctl.core.model;

import java.time.Instant;

/**
 * Writes and reads instants as RFC 3339 in UTC with three fraction digits, {@code 2026-11-23T10:15:30.123Z}. By hand,
 * because the formatter of java.time alone costs a third of the whole program's start.
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
        long seconds = instant.getEpochSecond();
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            return instant.toString();
        }
        char[] text = new char[LENGTH];
        putDate(text, (int) Math.floorDiv(seconds, (long) SECONDS_A_DAY));
        putTime(text, (int) Math.floorMod(seconds, (long) SECONDS_A_DAY));
        text[19] = '.';
        put(text, 20, 3, instant.getNano() / 1_000_000);
        text[23] = 'Z';
        return new String(text);
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
     * Reads exactly what {@link #text} writes.
     *
     * @throws Failure USAGE for any other text
     */
    static Instant parse(String text) {
        if (text.length() == LENGTH) {
            int year = number(text, 0, 4);
            int month = number(text, 5, 2);
            int day = number(text, 8, 2);
            int second = (number(text, 11, 2) * 60 + number(text, 14, 2)) * 60 + number(text, 17, 2);
            long millis = (epochDay(year, month, day) * SECONDS_A_DAY + second) * 1000 + number(text, 20, 3);
            Instant instant = Instant.ofEpochMilli(millis);
            // Whatever was no digit, no date or no separator comes out as another text.
            if (text(instant).equals(text)) {
                return instant;
            }
        }
        throw Failure.usage("'" + text + "' is not a time as this program writes it", null);
    }

    private static long epochDay(int year, int month, int day) {
        int yearFromMarch = month <= 2 ? year - 1 : year;
        int monthFromMarch = month <= 2 ? month + 9 : month - 3;
        int leapDays =
                Math.floorDiv(yearFromMarch, 4) - Math.floorDiv(yearFromMarch, 100) + Math.floorDiv(yearFromMarch, 400);
        return 365L * yearFromMarch
                + leapDays
                + (153 * monthFromMarch + 2) / 5
                + day
                - 1
                - DAYS_FROM_MARCH_0000_TO_EPOCH;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
