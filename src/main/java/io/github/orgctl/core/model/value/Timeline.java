package io.github.orgctl.core.model.value;

import java.time.Instant;

/**
 * Monotonic time for a series of steps: each is later than the one before it, even if clocks differ or are set back.
 */
public final class Timeline {
    private Timeline() {}

    /** The current time, or the time of the last step if the clock is behind it. */
    public static Instant present(Instant last, Instant now) {
        return now.isAfter(last) ? now : last;
    }

    /**
     * The time of a step: now, or one millisecond after the previous step if the clock is not later.
     *
     * @param previous time of the previous step, or null
     * @param now current time to the millisecond
     * @throws Failure RULE if one of them is not in the years 0 to 9999
     */
    public static Instant next(Instant previous, Instant now) {
        Instant next = previous == null || now.isAfter(previous) ? now : previous.plusMillis(1);
        refuseUnwritable(now);
        refuseUnwritable(next);
        return next;
    }

    private static void refuseUnwritable(Instant time) {
        if (!Timestamps.isWritable(time)) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "nothing can be changed at " + time + ": the years 0 to 9999 are supported",
                    "set the clock of this machine");
        }
    }
}
