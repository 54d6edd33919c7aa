package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import java.time.LocalDate;

/** A billing account as of a day. */
public record BillingOverview(BillingAccount account, LocalDate day) {
    /** The price plan in effect. */
    public PricePlanAssignment plan() {
        return account.on(day);
    }
}
