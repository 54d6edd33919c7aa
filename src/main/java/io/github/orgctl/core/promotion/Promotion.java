package io.github.orgctl.core.promotion;

import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Failure;

/**
 * How a promotion went.
 *
 * @param revised live as it is now, or null where the promotion was refused
 * @param refusal why nothing was done, or null where it was done
 */
public record Promotion(PromotionPlan plan, EnvironmentUpdate revised, Failure refusal) {
    /** Whether live has a new revision. */
    public boolean changedLive() {
        return refusal == null && !revised.changes().isEmpty();
    }

    /** Whether there are differences, and none of them was to be promoted. */
    public boolean changedNothing() {
        return refusal == null
                && revised.changes().isEmpty()
                && !plan.differing().isEmpty();
    }

    /** What live is now, such as: revision 5 of acme/website:live. */
    public String summary() {
        Environment live = revised == null ? plan.live() : revised.environment();
        return "revision " + live.revision() + " of " + live.reference();
    }
}
