package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.util.List;

/** Where the store's price list is kept, version by version. */
public interface PricePlanRepository {
    /** Keeps a new version, the first of a new plan included. */
    void insert(PricePlan version);

    /** Takes back a version; its number is not given to another. */
    void withdraw(Slug name, long version, Instant at);

    /** Takes a plan out of the list; those who are on it stay. */
    void retire(Slug name, Instant at);

    /** All versions of a plan by their numbers, those that were withdrawn too; none where there is no such plan. */
    List<PricePlan> versions(Slug name);

    /** All names by the alphabet, those of retired plans included. */
    List<Slug> names();
}
