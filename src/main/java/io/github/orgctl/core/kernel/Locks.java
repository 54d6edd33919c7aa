package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/** Locks of environments. A locked environment can't be changed or deleted. */
public final class Locks {
    private final Tx tx;
    private final Instant now;

    public Locks(UnitOfWork work) {
        this.tx = work.tx();
        this.now = work.now();
    }

    /**
     * Returns the current state of an environment.
     *
     * @throws Failure REFUSED if it is locked
     */
    public Environment unlocked(Environment environment) {
        Environment present = environment.at(now);
        if (present.lock() != null) {
            throw locked(present);
        }
        return present;
    }

    /**
     * Requires that none of the environments is locked, including those in the trash.
     *
     * @param project null for all projects of the organization
     * @throws Failure REFUSED if one of them is locked
     */
    public void refuseAny(Id organization, Id project) {
        tx.environments().findLocked(organization, project, now).ifPresent(environment -> {
            throw locked(environment);
        });
    }

    private static Failure locked(Environment environment) {
        Lock lock = environment.lock();
        return new Failure(
                Failure.Kind.REFUSED,
                environment.reference() + " is locked" + (lock.until() == null ? "" : " until " + lock.until()) + ": "
                        + lock.reason(),
                Advice.UNLOCK.of(environment.reference()));
    }
}
