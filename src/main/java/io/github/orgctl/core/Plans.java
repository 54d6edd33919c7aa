package io.github.orgctl.core;

import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Plan;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.port.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The price list as one transaction reads it, each plan once. */
final class Plans {
    private final Tx tx;
    private final Map<Slug, List<Plan>> read = new HashMap<>();

    Plans(Tx tx) {
        this.tx = tx;
    }

    /**
     * All versions of a plan, the first one first.
     *
     * @throws Failure NOT_FOUND when there is no such plan, with the nearest that there are
     */
    List<Plan> versions(Slug name) {
        List<Plan> versions = read.computeIfAbsent(name, tx.plans()::versions);
        if (versions.isEmpty()) {
            List<String> names = new ArrayList<>();
            tx.plans().names().forEach(other -> names.add(other.value()));
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "no plan '" + name + "'",
                    Nearest.hint(name.value(), names, "list them with: orgctl billing plan list"));
        }
        return versions;
    }

    /** The newest version, which may not hold yet. */
    Plan newest(Slug name) {
        List<Plan> versions = versions(name);
        return versions.get(versions.size() - 1);
    }

    /** The day from which it costs what it says. */
    LocalDate firstDay(Slug name) {
        return versions(name).get(0).from();
    }

    /** The version that holds on a day; before the first, the first. */
    static Plan on(LocalDate day, List<Plan> versions) {
        Plan found = versions.get(0);
        for (Plan version : versions) {
            if (!version.from().isAfter(day)) {
                found = version;
            }
        }
        return found;
    }
}
