package io.github.orgctl.core.model.billing;

import java.time.LocalDate;

/**
 * Days on which an organization is in the trash and costs nothing.
 *
 * @param to the day behind the last, or null while it lasts
 */
public record Pause(LocalDate from, LocalDate to) {
    public boolean has(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
