package io.github.orgctl.core.model.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Billing period: a month in UTC, in the years 1970 to 9999. */
public record Period(YearMonth month) implements Comparable<Period> {
    /**
     * Parses a month such as {@code 2026-11}.
     *
     * @throws Failure USAGE if the text is not a month
     */
    public static Period parse(String text) {
        try {
            YearMonth month = text.length() == 7 ? YearMonth.parse(text) : null;
            if (month != null && month.getYear() >= 1970) {
                return new Period(month);
            }
        } catch (DateTimeException malformed) {
            // Reported below, together with texts of another length.
        }
        throw Failure.usage("'" + text + "' is not a month", "use year and month, for example 2026-11");
    }

    public static Period of(Instant time) {
        return of(Days.of(time));
    }

    public static Period of(LocalDate day) {
        return new Period(YearMonth.from(day));
    }

    /** The month with a number, as returned by {@link #number}. */
    public static Period ofNumber(long number) {
        return new Period(YearMonth.of((int) (number / 12), (int) (number % 12) + 1));
    }

    /** Number of months since January of the year 0. */
    public long number() {
        return month.getYear() * 12L + month.getMonthValue() - 1;
    }

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    /** End date of the month, exclusive. */
    public LocalDate end() {
        return month.plusMonths(1).atDay(1);
    }

    public Instant beginsAt() {
        return firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public Instant endsAt() {
        return end().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public int days() {
        return month.lengthOfMonth();
    }

    public Period plusMonths(long months) {
        return new Period(month.plusMonths(months));
    }

    @Override
    public int compareTo(Period other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
