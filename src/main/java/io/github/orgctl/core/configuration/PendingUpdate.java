package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.value.Failure;
import java.util.function.Supplier;

/** A bulk change of an environment that is planned and not made yet. Lasts as long as its transaction. */
public final class PendingUpdate {
    private final UpdatePlan plan;
    private final Supplier<EnvironmentUpdate> change;

    /**
     * @param change makes the planned change
     */
    PendingUpdate(UpdatePlan plan, Supplier<EnvironmentUpdate> change) {
        this.plan = plan;
        this.change = change;
    }

    public UpdatePlan plan() {
        return plan;
    }

    /**
     * Makes the change, all of it or nothing.
     *
     * @return with a refusal (REFUSED) where a gate is closed, or the change is one of live and nobody agreed
     * @throws Failure CONFLICT when the plan is no longer the one agreed to
     */
    public PlannedUpdate make(Approval<UpdatePlan> approval) {
        Failure refusal = plan.obstacle();
        if (refusal == null) {
            refusal = approval.objection(
                    plan, plan.question().isPresent(), plan.environment().reference());
        }
        return refusal == null ? new PlannedUpdate(plan, change.get(), null) : new PlannedUpdate(plan, null, refusal);
    }
}
