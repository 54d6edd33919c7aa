package io.github.orgctl.core.model.value;

import java.time.Duration;
import java.time.Instant;

/**
 * A point in time: absolute, or relative as a duration. One of the two is null.
 *
 * @param at to the millisecond
 */
public record Until(Instant at, Duration after) {
    private static final int DATE_LENGTH = 10;
    private static final String FORMS =
            "a time such as 2026-01-31T18:00:00Z, a day such as 2026-01-31, or a duration such as 90m, 8h, 3d or 2w";

    /**
     * Parses an RFC 3339 time, a date (its start in UTC), or a whole number of seconds, minutes, hours, days or weeks
     * such as {@code 90m}.
     *
     * @throws Failure USAGE if the text is none of these
     */
    public static Until parse(String text) {
        int last = text.length() - 1;
        try {
            return switch (last < 1 ? ' ' : text.charAt(last)) {
                case 's' -> new Until(null, Duration.ofSeconds(count(text)));
                case 'm' -> new Until(null, Duration.ofMinutes(count(text)));
                case 'h' -> new Until(null, Duration.ofHours(count(text)));
                case 'd' -> new Until(null, Duration.ofDays(count(text)));
                case 'w' -> new Until(null, Duration.ofDays(7L * count(text)));
                default -> new Until(time(text), null);
            };
        } catch (Failure | NumberFormatException malformed) {
            throw new Failure(Failure.Kind.USAGE, "'" + text + "' is neither a time nor a duration", FORMS, malformed);
        }
    }

    private static Instant time(String text) {
        boolean isDate = text.length() == DATE_LENGTH && text.charAt(4) == '-';
        return Instant.ofEpochMilli(Timestamps.parse(isDate ? text + "T00:00:00Z" : text));
    }

    private static int count(String text) {
        int count = Integer.parseInt(text, 0, text.length() - 1, 10);
        if (count < 1) {
            throw new NumberFormatException();
        }
        return count;
    }

    /**
     * The end of something that begins now.
     *
     * @param what name in error messages, such as {@code the token}
     * @throws Failure USAGE if the end is in the past, or after the year 9999
     */
    public Instant endOf(String what, Instant now) {
        Instant end = at == null ? Timestamps.writable(now.plus(after)) : at;
        if (!end.isAfter(now)) {
            throw Failure.usage(what + " would already have ended at " + end, "choose a later end");
        }
        return end;
    }

    /**
     * The time, with a duration subtracted from now.
     *
     * @throws Failure USAGE if the result is before the year 0
     */
    public Instant before(Instant now) {
        return at == null ? Timestamps.writable(now.minus(after)) : at;
    }
}
