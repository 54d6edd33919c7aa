package org.postgresql.plain;

/** The time zone that the server is told: UTC, wherever this machine is. */
public final class TimeZone {
    private TimeZone() {}

    public static TimeZone getDefault() {
        return new TimeZone();
    }

    public String getID() {
        return "UTC";
    }
}
