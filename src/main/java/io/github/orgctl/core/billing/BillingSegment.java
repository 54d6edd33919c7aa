package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Consecutive days of a month with the same price plan version and trial status.
 *
 * @param to end date, exclusive
 */
record BillingSegment(Period period, LocalDate from, LocalDate to, PricePlan plan, boolean trial) {
    /**
     * Splits a month into segments. Days before the organization existed or while it was in the trash belong to none.
     *
     * @param end last day to bill, exclusive; within the month or the first day of the next
     * @param versions returns all versions of a plan by its name
     */
    static List<BillingSegment> of(
            Period period, LocalDate end, BillingAccount account, Function<Slug, List<PricePlan>> versions) {
        List<BillingSegment> found = new ArrayList<>();
        for (LocalDate day = period.firstDay(); day.isBefore(end); day = day.plusDays(1)) {
            PricePlanAssignment assignment = account.on(day);
            if (assignment.from().isAfter(day) || account.isPaused(day)) {
                continue;
            }
            PricePlan plan = PricePlans.on(day, versions.apply(assignment.plan()));
            boolean trial = account.trialEnd() != null && day.isBefore(account.trialEnd());
            BillingSegment last = found.isEmpty() ? null : found.get(found.size() - 1);
            if (last != null && last.to.equals(day) && last.continues(plan, trial)) {
                found.set(found.size() - 1, new BillingSegment(period, last.from, day.plusDays(1), plan, trial));
            } else {
                found.add(new BillingSegment(period, day, day.plusDays(1), plan, trial));
            }
        }
        return found;
    }

    /** The range from this segment's first day to the other's last. */
    BillingSegment to(BillingSegment last) {
        return new BillingSegment(period, from, last.to, plan, trial);
    }

    private boolean continues(PricePlan other, boolean otherTrial) {
        return plan.name().equals(other.name()) && plan.version() == other.version() && trial == otherTrial;
    }

    int days() {
        return (int) (to.toEpochDay() - from.toEpochDay());
    }

    /** The price plan and version, as statement lines show them. */
    String name() {
        return plan.name() + " v" + plan.version();
    }

    /** The range of days, unless it is the whole month. */
    String range() {
        if (days() == period.days()) {
            return "";
        }
        return ", " + from + (days() == 1 ? "" : " to " + to.minusDays(1));
    }
}
