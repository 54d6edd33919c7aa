package io.github.orgctl.core.billing;

import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Timeline;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** The price list as read by one transaction; each plan is read once. */
final class PricePlans {
    private final Tx tx;
    private final Map<Slug, List<PricePlan>> read = new HashMap<>();

    PricePlans(Tx tx) {
        this.tx = tx;
    }

    /**
     * All versions of a plan, oldest first.
     *
     * @throws Failure NOT_FOUND if the plan does not exist, with similar names
     */
    List<PricePlan> versions(Slug name) {
        List<PricePlan> versions = read.get(name);
        if (versions == null) {
            versions = tx.plans().versions(name);
            read.put(name, versions);
        }
        if (versions.isEmpty()) {
            List<String> names = new ArrayList<>();
            tx.plans().names().forEach(other -> names.add(other.value()));
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "price plan '" + name + "' not found",
                    Nearest.hint(name.value(), names, Advice.LIST_PLANS.of()));
        }
        return versions;
    }

    /** Time of the plan's latest change. */
    Instant changedAt(Slug name) {
        Instant last = newest(name).createdAt();
        for (PricePlan version : versions(name)) {
            last = version.withdrawnAt() == null ? last : Timeline.present(last, version.withdrawnAt());
            last = version.retiredAt() == null ? last : Timeline.present(last, version.retiredAt());
        }
        return last;
    }

    /** The newest version, which may be scheduled or withdrawn. */
    PricePlan newest(Slug name) {
        List<PricePlan> versions = versions(name);
        return versions.get(versions.size() - 1);
    }

    /** Currency of the plan's current and scheduled prices; null if it has none. All versions share one currency. */
    CurrencyUnit currency(Slug name) {
        for (PricePlan version : versions(name)) {
            if (version.withdrawnAt() == null && version.prices().currency() != null) {
                return version.prices().currency();
            }
        }
        return null;
    }

    /** First day on which the plan has its prices. */
    LocalDate firstDay(Slug name) {
        return on(LocalDate.MIN, versions(name)).from();
    }

    /** The version in effect on a day; before the first version's day, the first version. */
    static PricePlan on(LocalDate day, List<PricePlan> versions) {
        PricePlan first = null;
        PricePlan found = null;
        for (PricePlan version : versions) {
            if (version.withdrawnAt() != null) {
                continue;
            }
            if (first == null || version.from().isBefore(first.from())) {
                first = version;
            }
            boolean begun = !version.from().isAfter(day);
            if (begun && (found == null || !version.from().isBefore(found.from()))) {
                found = version;
            }
        }
        return found == null ? first : found;
    }
}
