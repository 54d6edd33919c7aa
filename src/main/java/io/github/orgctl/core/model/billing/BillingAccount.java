package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * Billing account of an organization. Each has exactly one.
 *
 * @param email where bills go, or null
 * @param trialEnd the first day that is charged, or null where every day is
 * @param paymentDays within how many days a bill is to be paid
 * @param assignments its plans, in the order of their days; never empty
 * @param pauses when it was in the trash, in the order of their days; only the last can still last
 * @param revision rises by one with each change
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

    private static final long USUAL_PAYMENT_DAYS = 30;

    /** That of a new organization: on the plan that everybody begins on, from its first day. */
    public static BillingAccount opening(Organization organization) {
        PricePlanAssignment first =
                new PricePlanAssignment(Days.of(organization.createdAt()), PricePlan.FREE, CurrencyUnit.USD);
        return new BillingAccount(
                organization.id(),
                organization.slug(),
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
                organization.createdAt());
    }

    /** The first day of the organization. */
    public LocalDate since() {
        return assignments.get(0).from();
    }

    /** Which plan it is on that day; before its first, the first. */
    public PricePlanAssignment on(LocalDate day) {
        PricePlanAssignment found = assignments.get(0);
        for (PricePlanAssignment assignment : assignments) {
            if (!assignment.from().isAfter(day)) {
                found = assignment;
            }
        }
        return found;
    }

    /** The plan that nothing follows. */
    public PricePlanAssignment last() {
        return assignments.get(assignments.size() - 1);
    }

    /** Its plans on that day and later. */
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

    /** The same account with other values. */
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

    /** The same account, with other plans and pauses. */
    public BillingAccount with(List<PricePlanAssignment> plans, List<Pause> otherPauses) {
        return copy(trialEnd, discount, List.copyOf(plans), List.copyOf(otherPauses), revision, updatedAt);
    }

    /** The same account, changed at that time. */
    public BillingAccount revised(Instant at) {
        return copy(trialEnd, discount, assignments, pauses, revision + 1, Timeline.next(updatedAt, at));
    }

    /** The same account as a closed statement took it. */
    public BillingAccount onTerms(Percentage itsDiscount, LocalDate itsTrialEnd) {
        return copy(itsTrialEnd, itsDiscount, assignments, pauses, revision, updatedAt);
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

    /** What it pays in on that day. */
    public CurrencyUnit currencyOn(LocalDate day) {
        return on(day).currency();
    }
}
