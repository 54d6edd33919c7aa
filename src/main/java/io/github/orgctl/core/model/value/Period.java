package io.github.orgctl.core.model.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Billing period: a month in UTC, from the year 1970 to 9999. */
public record Period(YearMonth month) implements Comparable<Period> {
    /**
     * Reads {@code 2026-11}.
     *
     * @throws Failure USAGE when it is no month
     */
    public static Period parse(String text) {
        try {
            YearMonth month = text.length() == 7 ? YearMonth.parse(text) : null;
            if (month != null && month.getYear() >= 1970) {
                return new Period(month);
            }
        } catch (DateTimeException malformed) {
            // Told below, together with texts of another length.
        }
        throw Failure.usage("'" + text + "' is not a month", "use year and month, for example 2026-11");
    }

    public static Period of(Instant time) {
        return of(Days.of(time));
    }

    public static Period of(LocalDate day) {
        return new Period(YearMonth.from(day));
    }

    /** The month with this number, as {@link #number} gives it. */
    public static Period ofNumber(long number) {
        return new Period(YearMonth.of((int) (number / 12), (int) (number % 12) + 1));
    }

    /** Counted from January of the year 0. */
    public long number() {
        return month.getYear() * 12L + month.getMonthValue() - 1;
    }

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    /** The day behind the last. */
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
