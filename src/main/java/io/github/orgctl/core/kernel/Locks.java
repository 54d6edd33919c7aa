package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/** The locks of environments: each refuses every change of its environment, and the loss of it. */
public final class Locks {
    private final Tx tx;
    private final Instant now;

    public Locks(UnitOfWork work) {
        this.tx = work.tx();
        this.now = work.now();
    }

    /**
     * The environment as it is now.
     *
     * @throws Failure REFUSED when it is locked
     */
    public Environment unlocked(Environment environment) {
        Environment present = environment.at(now);
        if (present.lock() != null) {
            throw locked(present);
        }
        return present;
    }

    /**
     * Refuses what takes environments away, in the trash or not.
     *
     * @param project null for all projects of the organization
     * @throws Failure REFUSED when one of them is locked
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
