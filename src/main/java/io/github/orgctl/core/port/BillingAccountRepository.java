package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Stores billing accounts. Every organization has one, including those in the trash. */
public interface BillingAccountRepository {
    /** Inserts the account of a new organization. */
    void insert(BillingAccount account);

    Optional<BillingAccount> find(Id organizationId);

    /** Updates all fields except the organization, and replaces the plan assignments and pauses. */
    void update(BillingAccount account);

    /** Organizations that use a plan on a day or later, except those in the trash. */
    List<Id> onPlan(Slug plan, LocalDate day);
}
