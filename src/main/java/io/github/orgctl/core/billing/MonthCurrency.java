package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.port.Tx;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** Determines the currency of a month's prices. A statement has exactly one currency. */
final class MonthCurrency {
    private final Tx tx;
    private final PricePlans plans;

    MonthCurrency(Tx tx, PricePlans plans) {
        this.tx = tx;
        this.plans = plans;
    }

    /** Currencies of all price plans in the month and of the closed months that are corrected in it. */
    Set<CurrencyUnit> all(BillingAccount account, Period period) {
        Set<CurrencyUnit> found = ofPlans(BillingSegment.of(period, period.end(), account, plans::versions));
        for (Period corrected : tx.usage().corrected(account.organizationId(), period)) {
            found.addAll(ofClosed(account, corrected));
        }
        return found;
    }

    /** Currency of a closed month's prices; empty if it had none. */
    private Set<CurrencyUnit> ofClosed(BillingAccount account, Period closed) {
        return ofPlans(BillingSegment.of(closed, closed.end(), account, plans::versions));
    }

    private static Set<CurrencyUnit> ofPlans(List<BillingSegment> segments) {
        Set<CurrencyUnit> found = new LinkedHashSet<>();
        for (BillingSegment segment : segments) {
            CurrencyUnit currency = segment.plan().prices().currency();
            if (currency != null) {
                found.add(currency);
            }
        }
        return found;
    }

    /**
     * @return the account's currency if nothing has a price
     * @throws Failure DAMAGED if there are two, which no operation produces
     */
    CurrencyUnit of(BillingAccount account, Period period) {
        Set<CurrencyUnit> found = all(account, period);
        if (found.size() > 1) {
            Iterator<CurrencyUnit> two = found.iterator();
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the organization " + account.organization() + " has prices in " + two.next() + " and " + two.next()
                            + " in " + period + ", but a statement has one currency",
                    Advice.SHOW_BILLING.of(account.organization()));
        }
        return found.isEmpty()
                ? account.currencyOn(period.end().minusDays(1))
                : found.iterator().next();
    }

    /**
     * Requires that no month in a range has two currencies.
     *
     * @param advice hint about the first day of the following month
     * @throws Failure RULE
     */
    void refuseTwo(BillingAccount account, Period from, Period to, Advice advice) {
        for (Period period = from; period.compareTo(to) <= 0; period = period.plusMonths(1)) {
            refuseTwo(
                    all(account, period),
                    account,
                    period,
                    advice.of(period.plusMonths(1).firstDay()));
        }
    }

    /**
     * Requires that a corrected month has the same currency as the month in which the correction is billed.
     *
     * @throws Failure RULE
     */
    void refuseCorrection(BillingAccount account, Period corrected, Period billed) {
        Set<CurrencyUnit> both = all(account, billed);
        both.addAll(ofClosed(account, corrected));
        refuseTwo(both, account, billed, Advice.SHOW_CURRENCIES.of(corrected, account.organization()));
    }

    private static void refuseTwo(Set<CurrencyUnit> found, BillingAccount account, Period period, Hint hint) {
        if (found.size() > 1) {
            Iterator<CurrencyUnit> two = found.iterator();
            throw new Failure(
                    Failure.Kind.RULE,
                    "the organization " + account.organization() + " would have prices in " + two.next() + " and "
                            + two.next() + " in " + period + ", but a month has one currency",
                    hint);
        }
    }
}
