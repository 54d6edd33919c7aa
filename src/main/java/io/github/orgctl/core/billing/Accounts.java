package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;

/** Finds the billing account that every organization has. */
final class Accounts {
    private Accounts() {}

    /**
     * @throws Failure DAMAGED when there is none, as after an edit by hand
     */
    static BillingAccount of(Tx tx, Id organization) {
        return tx.billingAccounts()
                .find(organization)
                .orElseThrow(() -> new Failure(
                        Failure.Kind.DAMAGED,
                        "the store holds no billing account of the organization " + organization,
                        Advice.CHECK_STORE.of()));
    }
}
