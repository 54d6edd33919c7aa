package io.github.orgctl.core.promotion;

import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Failure;

/**
 * Result of a promotion.
 *
 * @param revised the live environment after the promotion, or null if it was refused
 * @param refusal the reason for the refusal, or null
 */
public record Promotion(PromotionPlan plan, EnvironmentUpdate revised, Failure refusal) {
    /** Whether live has a new revision. */
    public boolean changedLive() {
        return refusal == null && !revised.changes().isEmpty();
    }

    /** Whether there are differences but none was to be promoted. */
    public boolean changedNothing() {
        return refusal == null
                && revised.changes().isEmpty()
                && !plan.differing().isEmpty();
    }

    /** The resulting state of live, such as {@code revision 5 of acme/website:live}. */
    public String summary() {
        Environment live = revised == null ? plan.live() : revised.environment();
        return "revision " + live.revision() + " of " + live.reference();
    }
}
