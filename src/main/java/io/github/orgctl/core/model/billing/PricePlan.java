package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a plan of the store's price list. It is never changed: what it says holds from its day until that of
 * another that begins later. Of two that begin on one day the one holds that was made later.
 *
 * @param version 1 for the first, one higher for each
 * @param createdBy who made this version, as the audit log names them
 * @param withdrawnAt when this version was taken back, before it began, or null
 * @param retiredAt when the plan was taken out of the list, or null
 */
public record PricePlan(
        Slug name,
        long version,
        LocalDate from,
        PricePlanRates prices,
        Instant createdAt,
        String createdBy,
        Instant withdrawnAt,
        Instant retiredAt) {
    /** Initial price plan of every organization. */
    public static final Slug FREE = new Slug("free");

    /** The version after this one. */
    public PricePlan next(LocalDate begins, PricePlanRates otherPrices, Instant at, String by) {
        return new PricePlan(name, version + 1, begins, otherPrices, at, by, null, retiredAt);
    }
}
