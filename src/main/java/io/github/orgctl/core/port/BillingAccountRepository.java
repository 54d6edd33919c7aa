package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where billing accounts are kept. Each organization has one from its first moment, in the trash or not. */
public interface BillingAccountRepository {
    /** Keeps the account of a new organization. */
    void insert(BillingAccount account);

    Optional<BillingAccount> find(Id organizationId);

    /** Writes every field but the organization, and its plans and pauses as they are now. */
    void update(BillingAccount account);

    /** The organizations that are on a plan that day or later, those in the trash aside. */
    List<Id> onPlan(Slug plan, LocalDate day);
}
