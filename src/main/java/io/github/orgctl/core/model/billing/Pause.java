package io.github.orgctl.core.model.billing;

import java.time.LocalDate;

/**
 * Days on which an organization is in the trash and not charged.
 *
 * @param to end date, exclusive; null while it lasts
 */
public record Pause(LocalDate from, LocalDate to) {
    public boolean has(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
