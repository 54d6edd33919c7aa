package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/**
 * Prices of a price plan.
 *
 * @param currency currency of all prices; null if everything is free, which is compatible with every currency
 * @param base monthly base price
 * @param seat monthly price of each active member beyond the included ones
 * @param meters unit prices by metric; other metrics are free
 */
public record PricePlanRates(
        CurrencyUnit currency, Price base, Price seat, long seatsIncluded, NavigableMap<Metric, Tiers> meters) {
    /** Maximum number of included seats. */
    public static final long MAX_SEATS = 1_000_000;

    /** Everything is free. */
    public static final PricePlanRates NOTHING =
            new PricePlanRates(null, Price.FREE, Price.FREE, 0, Collections.emptyNavigableMap());

    /**
     * @throws Failure USAGE if there are prices but no currency
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

    /** Changed fields between two states. */
    public List<FieldChange> changesTo(PricePlanRates after) {
        FieldChange.Collector fields = new FieldChange.Collector();
        fields.add("currency", currency, after.currency);
        fields.add("base", base, after.base);
        fields.add("seat", seat, after.seat);
        fields.add("seatsIncluded", seatsIncluded, after.seatsIncluded);
        Set<Metric> metrics = new TreeSet<>(meters.keySet());
        metrics.addAll(after.meters.keySet());
        for (Metric metric : metrics) {
            fields.add("meters." + metric, meters.get(metric), after.meters.get(metric));
        }
        return fields.changes();
    }
}
