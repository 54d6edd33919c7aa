package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Until;
import java.time.Instant;

/**
 * When a secret is to expire: at a time, after a period, or never, where both are null.
 *
 * @param until a time
 */
public record SecretExpiry(Until until, RotationPeriod after) {
    private static final String NEVER = "never";

    /**
     * Reads an RFC 3339 time, a date, a {@link RotationPeriod} or {@code never}. A bare {@code m} is none: it is minutes
     * to some and months to others.
     *
     * @throws Failure USAGE when the text is none of these
     */
    public static SecretExpiry parse(String text) {
        if (text.equals(NEVER)) {
            return new SecretExpiry(null, null);
        }
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        if (text.startsWith("P") || last == 'h' || last == 'd' || last == 'w' || last == 'm' || last == 's') {
            return new SecretExpiry(null, new RotationPeriod(text));
        }
        return new SecretExpiry(Until.parse(text), null);
    }

    /**
     * The time it means, or null for never.
     *
     * @throws Failure USAGE when it has passed
     */
    public Instant from(Instant now) {
        if (after != null) {
            return after.after(now);
        }
        return until == null ? null : until.endOf("the secret", now);
    }
}
