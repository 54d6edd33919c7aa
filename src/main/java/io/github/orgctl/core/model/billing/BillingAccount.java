package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * Billing account. Each organization has exactly one.
 *
 * @param email address for bills, or null
 * @param trialEnd first day that is charged, or null if there is no trial
 * @param paymentDays payment term in days
 * @param assignments price plan assignments by day; never empty
 * @param pauses periods in the trash by day; only the last may be open
 * @param revision incremented by each change
 */
public record BillingAccount(
        Id organizationId,
        Slug organization,
        Email email,
        Line legalName,
        Description address,
        Line taxId,
        LocalDate trialEnd,
        long paymentDays,
        Percentage discount,
        List<PricePlanAssignment> assignments,
        List<Pause> pauses,
        long revision,
        Instant updatedAt) {
    public BillingAccount {
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("it is on no plan");
        }
    }

    /** Maximum payment term in days. */
    public static final long MAX_PAYMENT_DAYS = 365;

    private static final long USUAL_PAYMENT_DAYS = 30;

    /** The account of a new organization: on the default price plan from its first day. */
    public static BillingAccount opening(Organization organization) {
        return opening(organization.id(), organization.slug(), organization.createdAt());
    }

    /**
     * The account that a new organization would have.
     *
     * @param id null for an organization that does not exist yet
     */
    public static BillingAccount opening(Id id, Slug organization, Instant at) {
        PricePlanAssignment first = new PricePlanAssignment(Days.of(at), PricePlan.FREE, CurrencyUnit.USD);
        return new BillingAccount(
                id,
                organization,
                null,
                Line.NONE,
                Description.NONE,
                Line.NONE,
                null,
                USUAL_PAYMENT_DAYS,
                Percentage.NONE,
                List.of(first),
                List.of(),
                1,
                at);
    }

    /** First day of the organization. */
    public LocalDate since() {
        return assignments.get(0).from();
    }

    /** The assignment in effect on a day; before the first one's day, the first one. */
    public PricePlanAssignment on(LocalDate day) {
        PricePlanAssignment found = assignments.get(0);
        for (PricePlanAssignment assignment : assignments) {
            if (!assignment.from().isAfter(day)) {
                found = assignment;
            }
        }
        return found;
    }

    /** The last assignment, which may be scheduled. */
    public PricePlanAssignment last() {
        return assignments.get(assignments.size() - 1);
    }

    /** Current and scheduled billing terms. */
    public Schedule<BillingTerms> schedule(LocalDate today) {
        NavigableMap<LocalDate, BillingTerms> byDay = new TreeMap<>();
        for (PricePlanAssignment each : assignments) {
            byDay.put(each.from(), new BillingTerms(each.plan(), each.currency()));
        }
        return Schedule.of(byDay.firstEntry().getValue(), byDay, today).concise();
    }

    /** Assignments in effect on a day and later. */
    public List<PricePlanAssignment> from(LocalDate day) {
        return assignments.subList(assignments.indexOf(on(day)), assignments.size());
    }

    public boolean isPaused(LocalDate day) {
        for (Pause pause : pauses) {
            if (pause.has(day)) {
                return true;
            }
        }
        return false;
    }

    /** Returns a copy with other values. */
    public BillingAccount with(
            Email otherEmail,
            Line otherLegalName,
            Description otherAddress,
            Line otherTaxId,
            LocalDate otherTrialEnd,
            long otherPaymentDays,
            Percentage otherDiscount) {
        return new BillingAccount(
                organizationId,
                organization,
                otherEmail,
                otherLegalName,
                otherAddress,
                otherTaxId,
                otherTrialEnd,
                otherPaymentDays,
                otherDiscount,
                assignments,
                pauses,
                revision,
                updatedAt);
    }

    /** Returns a copy with other assignments and pauses. */
    public BillingAccount with(List<PricePlanAssignment> plans, List<Pause> otherPauses) {
        return copy(trialEnd, discount, List.copyOf(plans), List.copyOf(otherPauses), revision, updatedAt);
    }

    /** Returns a copy with the next revision. */
    public BillingAccount revised(Instant at) {
        return copy(trialEnd, discount, assignments, pauses, revision + 1, Timeline.next(updatedAt, at));
    }

    /** Returns a copy with the terms of a closed statement. */
    public BillingAccount onTerms(Percentage itsDiscount, LocalDate itsTrialEnd) {
        return copy(itsTrialEnd, itsDiscount, assignments, pauses, revision, updatedAt);
    }

    /** Changed fields between two states, except assignments. */
    public List<FieldChange> changesTo(BillingAccount after) {
        FieldChange.Collector fields = new FieldChange.Collector();
        fields.add("email", email, after.email);
        fields.add("legalName", legalName, after.legalName);
        fields.add("address", address, after.address);
        fields.add("taxId", taxId, after.taxId);
        fields.add("trialEnd", trialEnd, after.trialEnd);
        fields.add("paymentDays", paymentDays, after.paymentDays);
        fields.add("discount", discount, after.discount);
        return fields.changes();
    }

    private BillingAccount copy(
            LocalDate trialEnd,
            Percentage discount,
            List<PricePlanAssignment> assignments,
            List<Pause> pauses,
            long revision,
            Instant updatedAt) {
        return new BillingAccount(
                organizationId,
                organization,
                email,
                legalName,
                address,
                taxId,
                trialEnd,
                paymentDays,
                discount,
                assignments,
                pauses,
                revision,
                updatedAt);
    }

    /** The currency on a day. */
    public CurrencyUnit currencyOn(LocalDate day) {
        return on(day).currency();
    }
}
