package io.github.orgctl.core.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a plan of the store's price list. It is never changed: what it says holds from its day until that of the
 * next version.
 *
 * @param version 1 for the first, one higher for each
 * @param createdBy who made this version, as the audit trail names them
 * @param retiredAt when the plan was taken out of the list, or null
 */
public record Plan(
        Slug name,
        long version,
        LocalDate from,
        PlanPrices prices,
        Instant createdAt,
        String createdBy,
        Instant retiredAt) {
    /** What every organization begins on. */
    public static final Slug FREE = new Slug("free");
}
