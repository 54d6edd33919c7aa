package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.value.Timestamps;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Formats times for people. */
public final class Times {
    /** RFC 3339 in UTC, to the millisecond. */
    public static final Times COMPLETE = new Times(null, null, null);

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;
    private static final int YEAR = 365 * DAY;

    private final TimeStyle style;
    private final String zoneName;
    private final InstantSource clock;
    private ZoneId zone;
    private Instant now;

    /**
     * @param zoneName value of {@code TZ}, or null
     * @param clock evaluated once, when the first relative time is formatted
     */
    public Times(TimeStyle style, String zoneName, InstantSource clock) {
        this.style = style;
        this.zoneName = zoneName;
        this.clock = clock;
    }

    public String text(Instant instant) {
        if (style == null || !Timestamps.isWritable(instant)) {
            return Timestamps.text(instant);
        }
        return switch (style) {
            case UTC -> minute(instant) + "Z";
            case LOCAL -> local(instant);
            case RELATIVE -> relative(instant);
        };
    }

    private static String minute(Instant instant) {
        String text = Timestamps.text(instant);
        return text.substring(0, 10) + " " + text.substring(11, 16);
    }

    /** A separate method, because loading time zones slows down commands that show no times. */
    private String local(Instant instant) {
        if (zone == null) {
            zone = LocalZone.of(zoneName);
        }
        ZoneOffset offset = zone.getRules().getOffset(instant);
        return minute(instant.plusSeconds(offset.getTotalSeconds())) + (zone.equals(ZoneOffset.UTC) ? "Z" : "");
    }

    /** Clocks of different machines differ a little: a time slightly in the future counts as now. */
    private String relative(Instant instant) {
        if (now == null) {
            now = clock.instant();
        }
        long seconds = now.getEpochSecond() - instant.getEpochSecond();
        long distance = Math.abs(seconds);
        if (distance < MINUTE) {
            return "now";
        }
        String length = length(distance);
        return seconds > 0 ? length + " ago" : "in " + length;
    }

    private static String length(long seconds) {
        if (seconds < HOUR) {
            return seconds / MINUTE + "m";
        } else if (seconds < DAY) {
            return seconds / HOUR + "h";
        }
        return seconds < 2L * YEAR ? seconds / DAY + "d" : seconds / YEAR + "y";
    }
}
