package io.github.orgctl.core.document;

import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.billing.IssuerService;
import io.github.orgctl.core.billing.PriceListService;
import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Sha256;
import java.util.ArrayList;
import java.util.List;

/** Compares store-wide resources with documents: the price list and the issuer. */
final class StoreBillingPlanner {
    private static final String ISSUER = "billing issuer";

    private final Planning planning;
    private final PlanNotes notes;
    private final PriceListService priceList;
    private final List<PlannedWork.OfPricePlan> pricePlans = new ArrayList<>();
    private IssuerChanges issuer;

    StoreBillingPlanner(Planning planning) {
        this.planning = planning;
        this.notes = planning.notes();
        this.priceList = new PriceListService(planning.work());
    }

    /** Planned changes to price plans, by name. */
    List<PlannedWork.OfPricePlan> pricePlans() {
        return pricePlans;
    }

    /** Changes of the issuer, or null. */
    IssuerChanges issuer() {
        return issuer;
    }

    void plan(IssuerChanges wanted) {
        Issuer before = new IssuerService(planning.work()).show();
        List<FieldChange> changes = before.changesTo(wanted.applyTo(before));
        if (!changes.isEmpty()) {
            notes.changes(Operation.UPDATE, Resource.ISSUER, ISSUER, "", changes);
            notes.require(Action.BILLING_ISSUER_SET);
            notes.dependOn(ISSUER, Sha256.of(before.toString()));
            issuer = wanted;
        }
    }

    void plan(PricePlanDocument document) {
        String address = "price plan " + document.name();
        List<PricePlan> versions = planning.tx().plans().versions(document.name());
        boolean isNew = versions.isEmpty();
        if (isNew) {
            notes.require(Action.BILLING_PLAN_CREATE);
            notes.add(Operation.CREATE, Resource.PRICE_PLAN, address, null, null, null);
        }
        PriceVersionPlanner prices = new PriceVersionPlanner(planning, address, versions);
        List<PricePlanChanges> added = prices.plan(document, isNew ? null : priceList.schedule(document.name()));
        Boolean retired = retired(document, address, versions);
        if (isNew || retired != null || !added.isEmpty() || !prices.withdrawn().isEmpty()) {
            notes.dependOn(address, isNew ? Precondition.ABSENT : Sha256.of(versions.toString()));
            pricePlans.add(new PlannedWork.OfPricePlan(document.name(), isNew, prices.withdrawn(), added, retired));
        }
    }

    /** Whether to retire it, or null if unchanged. */
    private Boolean retired(PricePlanDocument document, String address, List<PricePlan> versions) {
        boolean isRetired =
                !versions.isEmpty() && versions.get(versions.size() - 1).retiredAt() != null;
        if (document.retired() == null || document.retired() == isRetired) {
            return null;
        }
        notes.require(Action.BILLING_PLAN_RETIRE);
        notes.add(
                Operation.UPDATE,
                Resource.PRICE_PLAN,
                address,
                "retired",
                String.valueOf(isRetired),
                document.retired().toString());
        return document.retired();
    }
}
