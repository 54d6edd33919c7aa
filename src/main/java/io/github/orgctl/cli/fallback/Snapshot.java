package io.github.orgctl.cli.fallback;

import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Count;
import java.time.Duration;

/**
 * Values from a snapshot.
 *
 * @param age since they were read from the store
 */
public record Snapshot(Duration age, Variables variables) {
    /** The age for people. */
    public String ageText() {
        return text(age);
    }

    /** A duration in its largest unit, such as {@code 3 hours}. */
    static String text(Duration age) {
        if (age.toDays() > 1) {
            return age.toDays() + " days";
        }
        if (age.toHours() > 1) {
            return age.toHours() + " hours";
        }
        return age.toMinutes() > 1 ? age.toMinutes() + " minutes" : Count.of(age.toSeconds(), "second");
    }
}
