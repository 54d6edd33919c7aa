package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An immutable version of a price plan. It is in effect from its first day until the first day of a later version. Of
 * two versions with the same first day, the newer one applies.
 *
 * @param version version number, from 1
 * @param createdBy author of this version, as named in the audit log
 * @param withdrawnAt when this version was withdrawn, before it took effect, or null
 * @param retiredAt when the plan was retired, or null
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

    /** Whether the plan exists in every store from the start. */
    public boolean isInitial() {
        return createdAt.equals(Instant.EPOCH);
    }

    /** The next version of the plan. */
    public PricePlan next(LocalDate begins, PricePlanRates otherPrices, Instant at, String by) {
        return new PricePlan(name, version + 1, begins, otherPrices, at, by, null, retiredAt);
    }
}
