package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Tiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;

/**
 * Segments of a month one after another in which a metric costs the same. A boundary at which only something else changes
 * is within one span, so that it neither prices a unit anew nor rounds an amount once more.
 *
 * @param segments at least one
 * @param tiers what the metric costs; null where it has no price
 */
record UsageSpan(List<BillingSegment> segments, Tiers tiers) {
    /**
     * @param segments of the month, in their order
     */
    static List<UsageSpan> of(Metric metric, List<BillingSegment> segments) {
        List<UsageSpan> spans = new ArrayList<>();
        for (BillingSegment segment : segments) {
            Tiers tiers = segment.plan().prices().meters().get(metric);
            UsageSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last == null || last.isTrial() != segment.trial() || !Objects.equals(last.tiers, tiers)) {
                last = new UsageSpan(new ArrayList<>(), tiers);
                spans.add(last);
            }
            last.segments.add(segment);
        }
        return spans;
    }

    BillingSegment first() {
        return segments.get(0);
    }

    boolean isTrial() {
        return first().trial();
    }

    /** What was used on each of its days, in their order. */
    List<BigDecimal> quantities(NavigableMap<LocalDate, BigDecimal> days) {
        List<BigDecimal> quantities = new ArrayList<>();
        for (BillingSegment segment : segments) {
            quantities.addAll(days.subMap(segment.from(), segment.to()).values());
        }
        return quantities;
    }

    /** Which days it has, unless it has the whole month. */
    String range() {
        return first().to(segments.get(segments.size() - 1)).range();
    }
}
