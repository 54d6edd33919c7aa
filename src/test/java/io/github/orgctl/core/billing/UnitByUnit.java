package io.github.orgctl.core.billing;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An independent calculator of a month's cost, written from the rules in {@code docs/billing.md} without the program's
 * code: it iterates over days, units and seats, each with its own price. It supports whole prices only, which need no
 * rounding.
 */
final class UnitByUnit {
    /**
     * Conditions on a day.
     *
     * @param base monthly base price
     * @param seat monthly price of a seat
     * @param prices prices of the first, second, … unit of each metric, the last one for all further units; other
     *     metrics are free
     * @param there whether the organization exists and is not in the trash
     */
    record Day(
            long base,
            long seat,
            long seatsIncluded,
            Map<String, List<Long>> prices,
            boolean trial,
            boolean there,
            Set<String> active,
            Map<String, Long> used) {}

    private UnitByUnit() {}

    static BigDecimal total(List<Day> days) {
        BigDecimal total = fixed(days);
        Set<String> metrics = new TreeSet<>();
        days.forEach(day -> metrics.addAll(day.used().keySet()));
        for (String metric : metrics) {
            total = total.add(BigDecimal.valueOf(usage(metric, days)));
        }
        return total;
    }

    private static BigDecimal fixed(List<Day> days) {
        long sum = 0;
        for (Day day : days) {
            if (day.there() && !day.trial()) {
                sum += day.base();
                for (long seat = day.seatsIncluded(); seat < day.active().size(); seat++) {
                    sum += day.seat();
                }
            }
        }
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(days.size()));
    }

    private static long usage(String metric, List<Day> days) {
        Deque<Long> paid = new ArrayDeque<>();
        long owed = 0;
        for (Day day : days) {
            if (!day.there() || day.trial()) {
                continue;
            }
            long used = day.used().getOrDefault(metric, 0L);
            for (long unit = 0; unit < used; unit++) {
                if (owed > 0) {
                    owed--;
                } else {
                    paid.push(price(day.prices().get(metric), paid.size()));
                }
            }
            for (long unit = used; unit < 0; unit++) {
                if (paid.isEmpty()) {
                    owed++;
                } else {
                    paid.pop();
                }
            }
        }
        return paid.stream().mapToLong(Long::longValue).sum();
    }

    private static long price(List<Long> prices, int before) {
        return prices == null ? 0 : prices.get(Math.min(before, prices.size() - 1));
    }
}
