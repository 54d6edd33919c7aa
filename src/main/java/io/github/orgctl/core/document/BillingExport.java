package io.github.orgctl.core.document;

import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.BillingOverview;
import io.github.orgctl.core.billing.BillingService;
import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.billing.IssuerService;
import io.github.orgctl.core.billing.PriceListService;
import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.BillingTerms;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Schedule;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Exports billing as documents: current and scheduled values, without past ones. */
final class BillingExport {
    private final UnitOfWork work;

    BillingExport(UnitOfWork work) {
        this.work = work;
    }

    /** The issuer, or null if it is not set. */
    IssuerChanges issuer() {
        Issuer issuer = new IssuerService(work).show();
        return issuer.equals(Issuer.NONE)
                ? null
                : new IssuerChanges(
                        issuer.name(), issuer.address(), issuer.taxId(), Optional.ofNullable(issuer.email()));
    }

    /** All price plans by name, except unmodified default ones. */
    List<PricePlanDocument> pricePlans() {
        PriceListService priceList = new PriceListService(work);
        List<PricePlanDocument> documents = new ArrayList<>();
        for (Slug name : priceList.names()) {
            List<PricePlan> versions = priceList.versions(name);
            boolean isRetired = versions.get(versions.size() - 1).retiredAt() != null;
            if (isRetired || !versions.stream().allMatch(PricePlan::isInitial)) {
                documents.add(document(name, isRetired, priceList.schedule(name)));
            }
        }
        return documents;
    }

    private static PricePlanDocument document(Slug name, boolean isRetired, Schedule<PricePlanRates> schedule) {
        NavigableMap<LocalDate, PricePlanChanges> scheduled = new TreeMap<>();
        schedule.later().forEach((day, rates) -> scheduled.put(day, changes(rates)));
        return new PricePlanDocument(
                name, isRetired, schedule.present() == null ? null : changes(schedule.present()), scheduled);
    }

    private static PricePlanChanges changes(PricePlanRates rates) {
        return PricePlanChanges.to(rates, null, Set.of());
    }

    BillingDocument account(Organization organization) {
        BillingOverview overview = new BillingService(work).show(new OrganizationReference.ById(organization.id()));
        BillingAccount account = overview.account();
        Schedule<BillingTerms> schedule = account.schedule(overview.day());
        BillingChanges changes = new BillingChanges(
                schedule.present().plan(),
                schedule.present().currency(),
                null,
                Optional.ofNullable(account.email()),
                account.legalName(),
                account.address(),
                account.taxId(),
                Optional.ofNullable(account.trialEnd()),
                account.paymentDays(),
                account.discount());
        return new BillingDocument(changes, schedule.later());
    }
}
