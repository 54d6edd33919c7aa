package io.github.orgctl.core.document;

import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.BillingService;
import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.billing.IssuerService;
import io.github.orgctl.core.billing.PriceListService;
import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import java.util.List;

/** Applies a plan's changes to the price list, the issuer and billing accounts. */
final class BillingExecutor {
    private final UnitOfWork work;
    private final PriceListService priceList;
    private final OrganizationExecutor organizations;

    BillingExecutor(UnitOfWork work, OrganizationExecutor organizations) {
        this.work = work;
        this.priceList = new PriceListService(work);
        this.organizations = organizations;
    }

    /**
     * Accounts need existing price plans, and a price plan gets a currency only after its accounts use that currency.
     */
    void run(PlannedWork planned) {
        if (planned.issuer() != null) {
            write(planned.issuer());
        }
        List<PlannedWork.OfPricePlan> gettingCurrency =
                planned.pricePlans().stream().filter(this::getsCurrency).toList();
        planned.pricePlans().stream()
                .filter(each -> !gettingCurrency.contains(each))
                .forEach(this::write);
        planned.accounts().forEach(this::write);
        gettingCurrency.forEach(this::write);
        planned.pricePlans().forEach(this::retire);
    }

    private void write(IssuerChanges changes) {
        new IssuerService(work).set(changes);
    }

    private boolean getsCurrency(PlannedWork.OfPricePlan each) {
        return !each.isNew()
                && work.tx().plans().versions(each.name()).stream()
                        .noneMatch(version -> version.withdrawnAt() == null
                                && version.prices().currency() != null);
    }

    private void write(PlannedWork.OfPricePlan each) {
        for (long version : each.withdrawn()) {
            priceList.withdraw(each.name(), version);
        }
        boolean exists = !each.isNew();
        for (PricePlanChanges version : each.versions()) {
            // A new instance, because the service caches what it has read.
            PriceListService fresh = new PriceListService(work);
            if (exists) {
                fresh.update(each.name(), version, null);
            } else {
                fresh.create(each.name(), version, false);
            }
            exists = true;
        }
    }

    private void retire(PlannedWork.OfPricePlan each) {
        if (each.retired() == null) {
            return;
        }
        if (!each.retired()) {
            throw new Failure(
                    Failure.Kind.RULE, "the price plan " + each.name() + " is retired, which can't be undone");
        }
        new PriceListService(work).retire(each.name());
    }

    private void write(PlannedWork.OfAccount each) {
        Id id = organizations.id(each.organization().slug());
        for (BillingChanges change : each.changes()) {
            new BillingService(organizations.within(id)).update(new OrganizationReference.ById(id), change, null);
        }
    }
}
