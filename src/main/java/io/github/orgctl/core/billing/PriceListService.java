package io.github.orgctl.core.billing;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Revisions;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Schedule;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * Operations on the store's price list. Only the local operator may change it; everyone may read it. Each version
 * records its author, and each change is recorded in the store's own audit log.
 */
public final class PriceListService {
    private final Tx tx;
    private final Access access;
    private final AuditTrail trail;
    private final Instant now;
    private final PricePlans plans;

    public PriceListService(UnitOfWork work) {
        this.tx = work.tx();
        this.access = work.access();
        this.trail = work.trail();
        this.now = work.now();
        this.plans = new PricePlans(tx);
    }

    /**
     * Creates a price plan.
     *
     * @param ifNotExists whether to succeed if the plan already exists
     * @throws Failure CONFLICT if the plan already exists
     */
    public Change<PricePlan> create(Slug name, PricePlanChanges changes, boolean ifNotExists) {
        access.require(Action.BILLING_PLAN_CREATE);
        List<PricePlan> existing = tx.plans().versions(name);
        if (!existing.isEmpty()) {
            PricePlan newest = existing.get(existing.size() - 1);
            if (ifNotExists) {
                return Change.none(newest);
            }
            throw new Failure(
                    Failure.Kind.CONFLICT, "the price plan '" + name + "' already exists", Advice.UPDATE_PLAN.of(name));
        }
        LocalDate from = changes.from() == null ? today() : changes.from();
        PricePlan plan = new PricePlan(
                name,
                1,
                from,
                changes.of(PricePlanRates.NOTHING),
                Timeline.next(null, now),
                access.actor(),
                null,
                null);
        tx.plans().insert(plan);
        record(Action.BILLING_PLAN_CREATE, name, differences(null, plan));
        return Change.made(plan);
    }

    /**
     * The current version of each price plan, by name; the first version of plans that are not in effect yet.
     *
     * @param retired whether to list retired plans instead
     */
    public List<PricePlan> list(boolean retired) {
        access.require(Action.BILLING_PLAN_LIST);
        List<PricePlan> all = new ArrayList<>();
        for (Slug name : tx.plans().names()) {
            PricePlan plan = PricePlans.on(today(), plans.versions(name));
            if (plan.retiredAt() != null == retired) {
                all.add(plan);
            }
        }
        return all;
    }

    /**
     * Returns a version of a price plan.
     *
     * @param version null for the current one
     * @throws Failure NOT_FOUND if the plan or version does not exist
     */
    public PricePlan show(Slug name, Long version) {
        access.require(Action.BILLING_PLAN_SHOW);
        return version == null ? PricePlans.on(today(), plans.versions(name)) : version(name, version);
    }

    private PricePlan version(Slug name, long version) {
        List<PricePlan> versions = plans.versions(name);
        if (version > versions.size()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "the price plan " + name + " has no version " + version,
                    "it has the versions 1 to " + versions.size());
        }
        return versions.get((int) (version - 1));
    }

    /** All versions of a price plan except withdrawn ones, oldest first. */
    public List<PricePlan> versions(Slug name) {
        access.require(Action.BILLING_PLAN_SHOW);
        List<PricePlan> versions = new ArrayList<>();
        for (PricePlan version : plans.versions(name)) {
            if (version.withdrawnAt() == null) {
                versions.add(version);
            }
        }
        return versions;
    }

    /** Names of all price plans, including retired ones. */
    public List<Slug> names() {
        access.require(Action.BILLING_PLAN_LIST);
        return tx.plans().names();
    }

    /** Current and scheduled prices of a plan. */
    public Schedule<PricePlanRates> schedule(Slug name) {
        List<PricePlan> versions = versions(name);
        LocalDate today = today(name);
        NavigableMap<LocalDate, PricePlanRates> byDay = new TreeMap<>();
        for (PricePlan version : versions) {
            byDay.put(version.from(), version.prices());
        }
        return Schedule.of(null, byDay, today).concise();
    }

    /**
     * Creates a new version of a price plan, based on the version that would be in effect on its first day. Past days
     * keep their prices, and scheduled versions still take effect.
     *
     * @param expectedVersion the newest version that the edit is based on, or null
     * @throws Failure CONFLICT if there is a newer version; RULE if the version would take effect in the past, has
     *     another currency than the plan, or another than an account that uses the plan
     */
    public Change<PricePlan> update(Slug name, PricePlanChanges changes, Long expectedVersion) {
        access.require(Action.BILLING_PLAN_UPDATE);
        PricePlan newest = plans.newest(name);
        Revisions.check(expectedVersion, newest.version(), "the plan " + name);
        LocalDate today = today(name);
        LocalDate from = changes.from() == null ? earliest(name) : changes.from();
        if (from.isBefore(today)) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "prices of past days can't change: the price plan " + name + " can change from " + today + " on",
                    Advice.START_ON.of(today));
        }
        PricePlan before = PricePlans.on(from, plans.versions(name));
        PricePlanRates prices = changes.of(before.prices());
        if (prices.equals(before.prices()) && !before.from().isAfter(from)) {
            return Change.none(before);
        }
        refuseOtherCurrency(name, prices);
        PricePlan after = newest.next(from, prices, nextChange(name), access.actor());
        tx.plans().insert(after);
        if (before.prices().currency() == null && prices.currency() != null) {
            refuseAccounts(after);
        }
        record(Action.BILLING_PLAN_UPDATE, name, differences(before, after));
        return Change.made(after);
    }

    /** Today, or the plan's first day if that is later. */
    private LocalDate earliest(Slug name) {
        LocalDate first = plans.firstDay(name);
        return first.isAfter(today(name)) ? first : today(name);
    }

    private Instant nextChange(Slug name) {
        return Timeline.next(plans.changedAt(name), now);
    }

    private void refuseOtherCurrency(Slug name, PricePlanRates after) {
        CurrencyUnit currency = plans.currency(name);
        if (currency != null && after.currency() != null && !currency.equals(after.currency())) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "the price plan " + name + " is in " + currency + ", which can't be changed",
                    Advice.CREATE_PLAN.of(after.currency()));
        }
    }

    /**
     * Withdraws a scheduled version.
     *
     * @throws Failure NOT_FOUND if the plan or version does not exist; RULE if it is already in effect or is the plan's
     *     first
     */
    public Change<PricePlan> withdraw(Slug name, long version) {
        access.require(Action.BILLING_PLAN_WITHDRAW);
        PricePlan before = version(name, version);
        if (before.withdrawnAt() != null) {
            return Change.none(before);
        }
        if (!before.from().isAfter(today(name))) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "version " + version + " of the price plan " + name + " has been in effect since " + before.from(),
                    Advice.REPLACE_PLAN_VERSION.of(name));
        }
        List<PricePlan> others = new ArrayList<>(plans.versions(name));
        others.remove(before);
        PricePlan first = PricePlans.on(LocalDate.MIN, others);
        if (first == null || first.from().isAfter(before.from())) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "version " + version + " is the first of the price plan " + name + " and can't be withdrawn",
                    Advice.RETIRE_PLAN.of(name));
        }
        Instant at = nextChange(name);
        tx.plans().withdraw(name, version, at);
        List<FieldChange> changes = List.of(
                new FieldChange("version", String.valueOf(version), null), FieldChange.added("withdrawnAt", at));
        record(Action.BILLING_PLAN_WITHDRAW, name, changes);
        return Change.made(tx.plans().versions(name).get((int) (version - 1)));
    }

    /** When a plan gets a currency, its accounts must use that currency and no other in the same month. */
    private void refuseAccounts(PricePlan plan) {
        MonthCurrency currencies = new MonthCurrency(tx, new PricePlans(tx));
        for (Id organization : tx.billingAccounts().onPlan(plan.name(), plan.from())) {
            BillingAccount account = Accounts.of(tx, organization);
            for (PricePlanAssignment assignment : account.from(plan.from())) {
                if (plan.name().equals(assignment.plan())
                        && !plan.prices().currency().equals(assignment.currency())) {
                    throw new Failure(
                            Failure.Kind.RULE,
                            "the account of the organization " + account.organization() + " on the price plan "
                                    + plan.name() + " is in " + assignment.currency() + ", not "
                                    + plan.prices().currency(),
                            Advice.UPDATE_BILLING.of(account.organization()));
                }
            }
            Period last = Period.of(account.last().from());
            Period first = Period.of(plan.from());
            currencies.refuseTwo(account, first, last.compareTo(first) > 0 ? last : first, Advice.START_PRICES_ON);
        }
    }

    /**
     * Retires a price plan: it can't be assigned any more, and its current accounts keep it.
     *
     * @throws Failure RULE for the default plan of new organizations
     */
    public Change<PricePlan> retire(Slug name) {
        access.require(Action.BILLING_PLAN_RETIRE);
        PricePlan before = plans.newest(name);
        if (name.equals(PricePlan.FREE)) {
            throw new Failure(
                    Failure.Kind.RULE, "every organization starts on the price plan free, which can't be retired");
        }
        if (before.retiredAt() != null) {
            return Change.none(before);
        }
        Instant at = nextChange(name);
        tx.plans().retire(name, at);
        record(Action.BILLING_PLAN_RETIRE, name, List.of(FieldChange.added("retiredAt", at)));
        List<PricePlan> versions = tx.plans().versions(name);
        return Change.made(versions.get(versions.size() - 1));
    }

    private void record(Action action, Slug name, List<FieldChange> changes) {
        trail.record(action, Target.ofStore("plan " + name), changes);
    }

    /**
     * @param before null if there was none
     */
    private static List<FieldChange> differences(PricePlan before, PricePlan after) {
        PricePlanRates was = before == null ? PricePlanRates.NOTHING : before.prices();
        PricePlanRates is = after.prices();
        FieldChange.Collector fields = new FieldChange.Collector();
        fields.add("version", before == null ? null : before.version(), after.version());
        fields.add("from", before == null ? null : before.from(), after.from());
        List<FieldChange> changes = new ArrayList<>(fields.changes());
        changes.addAll(was.changesTo(is));
        return changes;
    }

    private LocalDate today() {
        return Days.of(now);
    }

    /** Today, or the day of the plan's latest change if that is later. */
    private LocalDate today(Slug name) {
        return Days.of(Timeline.present(plans.changedAt(name), now));
    }
}
