package io.github.orgctl.core.organization;

import io.github.orgctl.core.billing.Statements;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.time.LocalDate;

/** Checks the first days of new projects, from which on their usage can be recorded. */
final class FirstDays {
    private final Tx tx;
    private final Instant now;

    FirstDays(Tx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    /**
     * @param since the given first day, or null for the day of creation
     * @return the same
     * @throws Failure RULE if it is in the future or in a month that can no longer be billed
     */
    LocalDate accepted(LocalDate since, Organization organization) {
        if (since == null) {
            return null;
        }
        if (since.isAfter(Days.of(now))) {
            throw new Failure(Failure.Kind.RULE, since + " is in the future");
        }
        LocalDate first = new Statements(tx, now).firstOpenDay(organization.id());
        if (since.isBefore(first)) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "usage of the organization " + organization.slug() + " can be recorded from " + first
                            + " on, not from " + since,
                    Advice.START_PROJECT_ON.of(first));
        }
        return since;
    }
}
