package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Timestamps;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;

/**
 * How long a value of a secret is good: hours, days or weeks such as {@code 90d}, or an ISO 8601 period such as
 * {@code P3M} or {@code PT12H}. Months and years are those of the calendar in UTC.
 *
 * @param text as it was written
 */
public record RotationPeriod(String text) {
    private static final String FORMS =
            "hours, days or weeks such as 12h, 90d or 6w, or an ISO 8601 period such as P3M";

    /**
     * @throws Failure USAGE when the text is no such period, or no time
     */
    public RotationPeriod {
        boolean positive;
        try {
            positive = Instant.EPOCH.isBefore(after(Instant.EPOCH, amount(text)));
        } catch (DateTimeException | ArithmeticException | NumberFormatException malformed) {
            throw new Failure(Failure.Kind.USAGE, "'" + text + "' is not a period", FORMS, malformed);
        }
        if (!positive) {
            throw Failure.usage("'" + text + "' is not a period", FORMS);
        }
    }

    private static TemporalAmount amount(String text) {
        if (text.startsWith("P")) {
            return text.indexOf('T') < 0 ? Period.parse(text) : Duration.parse(text);
        }
        if (text.length() < 2) {
            throw new NumberFormatException();
        }
        int count = Integer.parseInt(text, 0, text.length() - 1, 10);
        return switch (text.charAt(text.length() - 1)) {
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Period.ofDays(count);
            case 'w' -> Period.ofWeeks(count);
            default -> throw new NumberFormatException();
        };
    }

    private static Instant after(Instant start, TemporalAmount amount) {
        return start.atOffset(ZoneOffset.UTC).plus(amount).toInstant();
    }

    /**
     * When it is over that begins then.
     *
     * @throws Failure USAGE when that is not before the year 10000
     */
    public Instant after(Instant start) {
        return Timestamps.writable(after(start, amount(text)));
    }

    @Override
    public String toString() {
        return text;
    }
}
