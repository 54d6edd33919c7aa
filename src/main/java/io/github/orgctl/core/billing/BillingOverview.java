package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import java.time.LocalDate;

/** A billing account as it is on a day. */
public record BillingOverview(BillingAccount account, LocalDate day) {
    /** Which plan it is on. */
    public PricePlanAssignment plan() {
        return account.on(day);
    }
}
