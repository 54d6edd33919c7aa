package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.util.List;

/** Stores the price list: all versions of all price plans. */
public interface PricePlanRepository {
    /** Inserts a new version, possibly the first of a new plan. */
    void insert(PricePlan version);

    /** Withdraws a version. Its number is not reused. */
    void withdraw(Slug name, long version, Instant at);

    /** Retires a plan. Organizations that use it keep it. */
    void retire(Slug name, Instant at);

    /** All versions of a plan by number, including withdrawn ones; empty if the plan does not exist. */
    List<PricePlan> versions(Slug name);

    /** All plan names in alphabetical order, including retired plans. */
    List<Slug> names();
}
