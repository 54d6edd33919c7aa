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
 * Consecutive segments of a month in which a metric has the same prices. A boundary where only something else changes
 * does not split a span, so it causes no additional rounding or change of tiers.
 *
 * @param segments at least one
 * @param tiers the metric's prices; null if it has none
 */
record UsageSpan(List<BillingSegment> segments, Tiers tiers) {
    /**
     * @param segments segments of the month in order
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

    /** The quantities of its days, in order. */
    List<BigDecimal> quantities(NavigableMap<LocalDate, BigDecimal> days) {
        List<BigDecimal> quantities = new ArrayList<>();
        for (BillingSegment segment : segments) {
            quantities.addAll(days.subMap(segment.from(), segment.to()).values());
        }
        return quantities;
    }

    /** The range of days, unless it is the whole month. */
    String range() {
        return first().to(segments.get(segments.size() - 1)).range();
    }
}
