package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.NavigableMap;
import org.joda.money.CurrencyUnit;

/**
 * Prices of a price plan.
 *
 * @param currency of all its prices; null where nothing costs anything, which goes with every currency
 * @param base for a month
 * @param seat for a month of each active member beyond those that are included
 * @param meters what each unit of a metric costs; a metric that is not among them costs nothing
 */
public record PricePlanRates(
        CurrencyUnit currency, Price base, Price seat, long seatsIncluded, NavigableMap<Metric, Tiers> meters) {
    /**
     * @throws Failure USAGE when something has a price and there is no currency for it
     */
    public PricePlanRates {
        if (currency == null && !(base.isFree() && seat.isFree() && areFree(meters))) {
            throw Failure.usage("prices require a currency", Advice.NAME_CURRENCY.of());
        }
    }

    private static boolean areFree(NavigableMap<Metric, Tiers> meters) {
        for (Tiers tiers : meters.values()) {
            if (!tiers.isFree()) {
                return false;
            }
        }
        return true;
    }
}
