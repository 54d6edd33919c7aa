package io.github.orgctl.core.model.value;

import java.time.Instant;

/**
 * Keeps what happens one after another in the order of time, though clocks differ and are set back: each step is later
 * than the one before it.
 */
public final class Timeline {
    private Timeline() {}

    /** The present as far as it is known: now, or the time of the last step where the clock is behind. */
    public static Instant present(Instant last, Instant now) {
        return now.isAfter(last) ? now : last;
    }

    /**
     * The time of a step: now, or a millisecond after the step before it where the clock does not say later than that.
     *
     * @param previous the time of the step before it, or null where there is none
     * @param now what the clock says, to the millisecond
     * @throws Failure RULE when either is not in a year from 0 to 9999
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
