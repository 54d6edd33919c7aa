package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Tiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * Changes of a price plan, which make a new version. Null leaves a field unchanged.
 *
 * @param from first day on which the version takes effect; null for today
 * @param meters new prices by metric; other metrics keep theirs
 * @param dropped metrics whose prices are removed
 */
public record PricePlanChanges(
        LocalDate from,
        CurrencyUnit currency,
        Price base,
        Price seat,
        Long seatsIncluded,
        Map<Metric, Tiers> meters,
        List<Metric> dropped) {
    /**
     * Changes that result in the given prices.
     *
     * @param before metrics that may have had prices
     */
    public static PricePlanChanges to(PricePlanRates rates, LocalDate from, Set<Metric> before) {
        List<Metric> dropped = new ArrayList<>(before);
        dropped.removeAll(rates.meters().keySet());
        return new PricePlanChanges(
                from,
                rates.currency(),
                rates.base(),
                rates.seat(),
                rates.seatsIncluded(),
                rates.meters(),
                List.copyOf(dropped));
    }

    /** Returns these changes, completed with the other's for fields that they leave unchanged. */
    public PricePlanChanges over(PricePlanChanges other) {
        Map<Metric, Tiers> both = new TreeMap<>(other.meters);
        both.putAll(meters);
        return new PricePlanChanges(
                from == null ? other.from : from,
                currency == null ? other.currency : currency,
                base == null ? other.base : base,
                seat == null ? other.seat : seat,
                seatsIncluded == null ? other.seatsIncluded : seatsIncluded,
                both,
                dropped);
    }

    PricePlanRates of(PricePlanRates before) {
        NavigableMap<Metric, Tiers> after = new TreeMap<>(before.meters());
        after.putAll(meters);
        dropped.forEach(after::remove);
        return new PricePlanRates(
                currency == null ? before.currency() : currency,
                Objects.requireNonNullElse(base, before.base()),
                Objects.requireNonNullElse(seat, before.seat()),
                Objects.requireNonNullElse(seatsIncluded, before.seatsIncluded()),
                after);
    }
}
