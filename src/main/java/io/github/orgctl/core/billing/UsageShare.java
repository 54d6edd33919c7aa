package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.QuantitySum;
import io.github.orgctl.core.model.billing.UsageEnvironment;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.UsageSeries;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An organization's usage of an environment: state shared by all its records, and what was added. */
final class UsageShare {
    /**
     * Quantity added to a series.
     *
     * @param billed month in which it is billed as a correction; null for its own month
     */
    record Counted(UsageShare share, UsageSeries series, Period billed, QuantitySum sum) {}

    private final Tx tx;
    private final UsageEnvironment environment;
    private final Organization organization;
    private final Target target;
    private final Map<Metric, Counted> counted = new TreeMap<>();
    private final Map<Metric, Counted> corrections = new TreeMap<>();
    private final Set<Period> correctable = new HashSet<>();
    private final Map<Period, Boolean> months = new HashMap<>();
    private Instant monthFrom = Instant.MAX;
    private Instant monthTo = Instant.MAX;
    private boolean monthIsClosed;

    UsageShare(Tx tx, UsageEnvironment environment, Organization organization, Target target) {
        this.tx = tx;
        this.environment = environment;
        this.organization = organization;
        this.target = target;
    }

    Organization organization() {
        return organization;
    }

    /** The access target for the environment in this organization. */
    Target target() {
        return target;
    }

    /**
     * @param billed month in which it is billed as a correction; null for its own month
     */
    Counted of(Metric metric, Period billed) {
        Map<Metric, Counted> known = billed == null ? counted : corrections;
        Counted found = known.get(metric);
        if (found == null) {
            UsageSeries series = tx.usage().series(environment, organization.id(), metric, billed);
            found = new Counted(this, series, billed, new QuantitySum());
            known.put(metric, found);
        }
        return found;
    }

    /** Whether the month of a time is closed. Caches the last month, since records mostly share it. */
    boolean isClosed(Instant time) {
        if (time.isBefore(monthFrom) || !time.isBefore(monthTo)) {
            Period period = Period.of(time);
            monthFrom = period.beginsAt();
            monthTo = period.endsAt();
            monthIsClosed =
                    months.computeIfAbsent(period, month -> tx.statements().isClosed(organization.id(), month));
        }
        return monthIsClosed;
    }

    /** The failure for a record in a closed month. */
    Failure closed(Instant time, Period present) {
        Period period = Period.of(time);
        return new Failure(
                Failure.Kind.RULE,
                period + " is closed for the organization " + organization.slug(),
                Advice.CORRECT_MONTH.of(present, period));
    }

    /** Requires that the corrected month is closed. */
    void refuseOpen(Period corrected, Period present) {
        if (correctable.contains(corrected)) {
            return;
        }
        if (!tx.statements().isClosed(organization.id(), corrected)) {
            throw new Failure(
                    Failure.Kind.RULE,
                    corrected + " is not closed for the organization " + organization.slug(),
                    "leave out the month to correct, and give the time of the usage instead");
        }
        new MonthCurrency(tx, new PricePlans(tx))
                .refuseCorrection(Accounts.of(tx, organization.id()), corrected, present);
        correctable.add(corrected);
    }

    /** Adds the counts of all metrics to a list. */
    void addTo(List<Counted> all) {
        all.addAll(counted.values());
        all.addAll(corrections.values());
        all.removeIf(each -> each.sum().count() == 0);
    }
}
