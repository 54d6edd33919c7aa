package io.github.orgctl.core;

import io.github.orgctl.core.model.BillingAccount;
import io.github.orgctl.core.model.PlanAssignment;
import java.time.LocalDate;

/** A billing account as it is on a day. */
public record BillingOverview(BillingAccount account, LocalDate day) {
    /** Which plan it is on. */
    public PlanAssignment plan() {
        return account.on(day);
    }
}
