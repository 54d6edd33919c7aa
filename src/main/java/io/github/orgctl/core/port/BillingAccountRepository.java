package io.github.orgctl.core.port;

import io.github.orgctl.core.model.BillingAccount;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where billing accounts are kept. Each organization has one from its first moment, in the trash or not. */
public interface BillingAccountRepository {
    Optional<BillingAccount> find(Id organizationId);

    /** Writes every field but the organization, and its plans as they are now. */
    void update(BillingAccount account);

    /** From a day on it is on no plan; what was meant for later is taken back. */
    void pause(Id organizationId, LocalDate from);

    /** From a day on it is on the plan again that it was on before it was on none. */
    void resume(Id organizationId, LocalDate from);

    /** The organizations that are on a plan that day or later. */
    List<Id> onPlan(Slug plan, LocalDate day);
}
