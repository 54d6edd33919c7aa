package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Pause;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.port.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** Pauses billing of organizations in the trash. Price plan assignments, including scheduled ones, are kept. */
public final class BillingPauses {
    private final Tx tx;
    private final PricePlans plans;

    public BillingPauses(Tx tx) {
        this.tx = tx;
        this.plans = new PricePlans(tx);
    }

    /** Stops charges from a day on. */
    public void begin(Id organization, LocalDate from) {
        BillingAccount account = account(organization);
        List<Pause> pauses = new ArrayList<>(account.pauses());
        pauses.add(new Pause(from, null));
        tx.billingAccounts().update(account.with(account.assignments(), pauses));
    }

    /**
     * Resumes charges from a day on, at the assigned price plan and in its currency.
     *
     * @throws io.github.orgctl.core.model.value.Failure RULE if a month would have two currencies
     */
    public void end(Id organization, LocalDate to) {
        BillingAccount account = account(organization);
        List<Pause> pauses = new ArrayList<>(account.pauses());
        Pause last = pauses.remove(pauses.size() - 1);
        if (to.isAfter(last.from())) {
            pauses.add(new Pause(last.from(), to));
        }
        BillingAccount resumed = account.with(assignments(account, to), pauses);
        Period first = Period.of(to);
        Period behind = Period.of(resumed.last().from());
        new MonthCurrency(tx, plans)
                .refuseTwo(resumed, first, behind.compareTo(first) > 0 ? behind : first, Advice.RESTORE_ON);
        tx.billingAccounts().update(resumed);
    }

    /**
     * The assignments with current currencies: a plan may have got a currency meanwhile, which is not applied to
     * organizations in the trash.
     */
    private List<PricePlanAssignment> assignments(BillingAccount account, LocalDate day) {
        List<PricePlanAssignment> assignments = new ArrayList<>(account.assignments());
        for (PricePlanAssignment each : account.from(day)) {
            CurrencyUnit currency = plans.currency(each.plan());
            if (currency != null && !currency.equals(each.currency())) {
                LocalDate from = each.from().isBefore(day) ? day : each.from();
                int place = assignments.indexOf(each);
                if (from.equals(each.from())) {
                    assignments.remove(place--);
                }
                assignments.add(place + 1, new PricePlanAssignment(from, each.plan(), currency));
            }
        }
        return assignments;
    }

    private BillingAccount account(Id organization) {
        return Accounts.of(tx, organization);
    }
}
