package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.value.Failure;

/** A bulk change of an environment that is planned and not made yet. Lasts as long as its transaction. */
public final class PendingUpdate {
    private final WritableEnvironment target;
    private final Configuration after;
    private final UpdatePlan plan;

    PendingUpdate(WritableEnvironment target, Configuration after) {
        this.target = target;
        this.after = after;
        this.plan = target.plan(after);
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
        return refusal == null
                ? new PlannedUpdate(plan, target.write(after), null)
                : new PlannedUpdate(plan, null, refusal);
    }
}
