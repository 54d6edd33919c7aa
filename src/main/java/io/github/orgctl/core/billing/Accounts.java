package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;

/** Loads billing accounts. Every organization has one. */
final class Accounts {
    private Accounts() {}

    /**
     * @throws Failure DAMAGED if there is none, for example after a manual edit
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
