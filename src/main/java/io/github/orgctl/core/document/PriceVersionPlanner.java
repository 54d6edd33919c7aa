package io.github.orgctl.core.document;

import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Schedule;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Failure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the prices of a price plan with a document. Versions are immutable: changed prices make a new version,
 * effective today or on a later day.
 */
final class PriceVersionPlanner {
    private final Planning planning;
    private final PlanNotes notes;
    private final String address;
    private final List<PricePlan> versions;
    private final Set<Metric> metrics = new TreeSet<>();
    private final List<Long> withdrawn = new ArrayList<>();
    private final List<PricePlanChanges> added = new ArrayList<>();

    /**
     * @param versions existing versions, including withdrawn ones
     */
    PriceVersionPlanner(Planning planning, String address, List<PricePlan> versions) {
        this.planning = planning;
        this.notes = planning.notes();
        this.address = address;
        this.versions = versions;
        versions.forEach(version -> metrics.addAll(version.prices().meters().keySet()));
    }

    /** Numbers of versions to withdraw, newest first. */
    List<Long> withdrawn() {
        return withdrawn;
    }

    /**
     * New versions by first day.
     *
     * @param before null for a new price plan
     */
    List<PricePlanChanges> plan(PricePlanDocument document, Schedule<PricePlanRates> before) {
        Schedule<PricePlanRates> present = before == null ? new Schedule<>(null, new TreeMap<>()) : before;
        Schedule<PricePlanRates> wanted = wanted(document, present);
        PricePlanRates rates = present.present();
        if (wanted.present() != null && !wanted.present().equals(rates)) {
            add(before != null && rates == null ? today() : null, rates, wanted.present());
            rates = wanted.present();
        }
        NavigableMap<LocalDate, PricePlanRates> then = new TreeMap<>(present.later());
        Set<LocalDate> days = new TreeSet<>(then.keySet());
        days.addAll(wanted.later().keySet());
        for (LocalDate day : days) {
            PricePlanRates at = then.getOrDefault(day, rates);
            PricePlanRates stated = wanted.later().get(day);
            if (stated != null && !stated.equals(at)) {
                add(day, at, stated);
            } else if (stated == null && document.scheduled() != null && !at.equals(rates)) {
                withdraw(day, rates, at);
                at = planning.deletes() ? rates : at;
            }
            rates = stated == null ? at : stated;
        }
        return added;
    }

    /** The desired schedule: each version is based on the one before it. */
    private Schedule<PricePlanRates> wanted(PricePlanDocument document, Schedule<PricePlanRates> present) {
        PricePlanRates rates = present.present() == null ? PricePlanRates.NOTHING : present.present();
        boolean states = document.prices() != null;
        rates = states ? of(document.prices(), rates) : rates;
        NavigableMap<LocalDate, PricePlanRates> byDay = new TreeMap<>();
        PricePlanRates last = rates;
        if (document.scheduled() != null) {
            for (Map.Entry<LocalDate, PricePlanChanges> each :
                    document.scheduled().entrySet()) {
                last = of(each.getValue(), last);
                byDay.put(each.getKey(), last);
            }
        }
        boolean begins = states || present.present() != null || byDay.isEmpty();
        return Schedule.of(begins ? rates : null, byDay, today());
    }

    private LocalDate today() {
        return Days.of(planning.work().now());
    }

    /** Metrics are either all listed or not mentioned at all. */
    private PricePlanRates of(PricePlanChanges changes, PricePlanRates before) {
        try {
            return new PricePlanRates(
                    changes.currency() == null ? before.currency() : changes.currency(),
                    Objects.requireNonNullElse(changes.base(), before.base()),
                    Objects.requireNonNullElse(changes.seat(), before.seat()),
                    Objects.requireNonNullElse(changes.seatsIncluded(), before.seatsIncluded()),
                    changes.meters() == null ? before.meters() : new TreeMap<>(changes.meters()));
        } catch (Failure noCurrency) {
            throw new Failure(
                    noCurrency.kind(),
                    "the " + address + ": " + noCurrency.getMessage(),
                    "set currency in its document",
                    noCurrency);
        }
    }

    /**
     * @param from null for today
     */
    private void add(LocalDate from, PricePlanRates before, PricePlanRates after) {
        if (!versions.isEmpty()) {
            notes.require(Action.BILLING_PLAN_UPDATE);
        }
        notes.changes(
                before == null ? Operation.CREATE : Operation.UPDATE,
                Resource.PRICE_PLAN,
                address,
                from == null ? "" : from + " ",
                (before == null ? PricePlanRates.NOTHING : before).changesTo(after));
        metrics.addAll(after.meters().keySet());
        added.add(PricePlanChanges.to(after, from, metrics));
    }

    private void withdraw(LocalDate day, PricePlanRates before, PricePlanRates at) {
        boolean deletes = planning.deletes();
        before.changesTo(at)
                .forEach(change -> notes.add(
                        deletes ? Operation.DELETE : Operation.KEEP,
                        Resource.PRICE_PLAN,
                        address,
                        day + " " + change.field(),
                        PlanNotes.json(change.after()),
                        null,
                        ChangeGate.DELETE));
        if (deletes) {
            notes.require(Action.BILLING_PLAN_WITHDRAW);
            for (int i = versions.size() - 1; i >= 0; i--) {
                PricePlan version = versions.get(i);
                if (version.from().equals(day) && version.withdrawnAt() == null) {
                    withdrawn.add(version.version());
                }
            }
        }
    }
}
