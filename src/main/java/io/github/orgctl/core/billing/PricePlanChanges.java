package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Tiers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * What a new version of a plan says; null is what the version before it says.
 *
 * @param from the day from which it holds; null for today
 * @param meters instead of what these metrics cost before, beside what others cost
 * @param dropped metrics that cost nothing any more
 */
public record PricePlanChanges(
        LocalDate from,
        CurrencyUnit currency,
        Price base,
        Price seat,
        Long seatsIncluded,
        Map<Metric, Tiers> meters,
        List<Metric> dropped) {
    static final PricePlanRates NOTHING = new PricePlanRates(null, Price.FREE, Price.FREE, 0, new TreeMap<>());

    /** These changes where another says nothing. */
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
