package io.github.orgctl.core.billing;

import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.Revisions;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/** Operations on the billing account of an organization, with their rules. */
public final class BillingService {
    private final Tx tx;
    private final Resolver resolver;
    private final AuditTrail trail;
    private final Instant now;
    private final PricePlans plans;
    private final MonthCurrency currencies;

    public BillingService(UnitOfWork work) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.trail = work.trail();
        this.now = work.now();
        this.plans = new PricePlans(tx);
        this.currencies = new MonthCurrency(tx, plans);
    }

    /**
     * @param reference null for the current organization
     */
    public BillingOverview show(OrganizationReference reference) {
        return overview(account(resolver.organization(reference, Action.BILLING_SHOW)));
    }

    /**
     * Updates an account. A new price plan or currency takes effect on a given day and cancels scheduled changes.
     *
     * @param reference null for the current organization
     * @param expectedRevision the revision that the edit is based on, or null
     * @throws Failure CONFLICT if the account has another revision; NOT_FOUND if the plan does not exist; RULE if the
     *     plan is retired or has another currency, a month would have two currencies, or the day is in a closed month
     *     or before the organization or plan was created
     */
    public Change<BillingOverview> update(
            OrganizationReference reference, BillingChanges changes, Long expectedRevision) {
        Organization organization = resolver.organization(reference, Action.BILLING_UPDATE);
        BillingAccount before = account(organization);
        Revisions.check(expectedRevision, before.revision(), "the billing account of " + organization.slug());
        BillingAccount after = changes.applyTo(before).with(assignments(before, changes), before.pauses());
        if (after.equals(before)) {
            return Change.none(overview(before));
        }
        if (!after.assignments().equals(before.assignments())) {
            refuseTwoCurrencies(after);
        }
        BillingAccount revised = after.revised(now);
        tx.billingAccounts().update(revised);
        record(organization, before, revised);
        return Change.made(overview(revised));
    }

    private List<PricePlanAssignment> assignments(BillingAccount before, BillingChanges changes) {
        if (changes.plan() == null && changes.currency() == null) {
            if (changes.from() != null) {
                throw Failure.usage(
                        "a first day is given, but no price plan or currency that starts on it", Advice.NAME_PLAN.of());
            }
            return before.assignments();
        }
        LocalDate from = changes.from() == null ? today(before) : changes.from();
        refuseBefore(before.since(), from, "the organization " + before.organization() + " was created on ");
        PricePlanAssignment was = before.on(from);
        PricePlanAssignment is = assignment(before, changes, from);
        List<PricePlanAssignment> after = new ArrayList<>();
        before.assignments().stream()
                .filter(assignment -> assignment.from().isBefore(from))
                .forEach(after::add);
        boolean nothingLater = before.last().equals(was);
        if (nothingLater && is.plan().equals(was.plan()) && is.currency().equals(was.currency())) {
            return before.assignments();
        }
        refuseClosed(before, from);
        after.add(is);
        return List.copyOf(after);
    }

    private PricePlanAssignment assignment(BillingAccount before, BillingChanges changes, LocalDate from) {
        PricePlanAssignment was = before.on(from);
        Slug name = Objects.requireNonNullElse(changes.plan(), was.plan());
        PricePlan plan = plans.newest(name);
        if (plan.retiredAt() != null && !name.equals(was.plan())) {
            throw new Failure(Failure.Kind.RULE, "the price plan " + name + " is retired", Advice.LIST_PLANS.of());
        }
        refuseBefore(plans.firstDay(name), from, "the price plan " + name + " starts on ");
        CurrencyUnit ofPlan = plans.currency(name);
        CurrencyUnit currency = changes.currency() != null
                ? changes.currency()
                : changes.plan() != null && ofPlan != null && isFree(was, from) ? ofPlan : was.currency();
        if (ofPlan != null && !ofPlan.equals(currency)) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "the price plan " + name + " is in " + ofPlan + ", but the account is in " + currency,
                    Advice.CHANGE_PLAN_AND_CURRENCY.of(currency, name, ofPlan));
        }
        return new PricePlanAssignment(from, name, currency);
    }

    /** Whether the assigned plan has no prices, so that its currency did not matter so far. */
    private boolean isFree(PricePlanAssignment assignment, LocalDate day) {
        return PricePlans.on(day, plans.versions(assignment.plan())).prices().currency() == null;
    }

    private static void refuseBefore(LocalDate first, LocalDate from, String what) {
        if (from.isBefore(first)) {
            throw new Failure(Failure.Kind.RULE, what + first, Advice.START_ON.of(first));
        }
    }

    private void refuseClosed(BillingAccount account, LocalDate from) {
        for (Period each = Period.of(from); each.compareTo(Period.of(today(account))) <= 0; each = each.plusMonths(1)) {
            if (tx.statements().isClosed(account.organizationId(), each)) {
                throw new Failure(
                        Failure.Kind.RULE,
                        each + " is closed for the organization " + account.organization(),
                        Advice.START_IN_LATER_MONTH.of());
            }
        }
    }

    /** Only the months before the last assignment begins can have a second currency. */
    private void refuseTwoCurrencies(BillingAccount account) {
        Period from = Period.of(account.last().from());
        Period present = Period.of(today(account));
        Period to = from.compareTo(present) > 0 ? from : present;
        currencies.refuseTwo(account, from, to, Advice.CHANGE_CURRENCY_ON);
    }

    private void record(Organization organization, BillingAccount before, BillingAccount after) {
        FieldChange.Collector fields = new FieldChange.Collector();
        fields.add("plan", before.last().plan(), after.last().plan());
        fields.add("currency", before.last().currency(), after.last().currency());
        fields.add("from", before.last().from(), after.last().from());
        List<FieldChange> changes = new ArrayList<>(before.changesTo(after));
        changes.addAll(fields.changes());
        trail.record(Action.BILLING_UPDATE, Target.of(organization), changes);
    }

    private BillingOverview overview(BillingAccount account) {
        return new BillingOverview(account, today(account));
    }

    /** Today, or the day of the account's latest change if that is later. */
    private LocalDate today(BillingAccount account) {
        return Days.of(Timeline.present(account.updatedAt(), now));
    }

    private BillingAccount account(Organization organization) {
        return Accounts.of(tx, organization.id());
    }
}
