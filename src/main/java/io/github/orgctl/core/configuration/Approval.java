package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;

/**
 * What somebody agreed to.
 *
 * @param anything whether to whatever it turns out to be
 * @param plan the plan that was shown and agreed to, or null where none was
 */
public record Approval<P>(boolean anything, P plan) {
    /** Agreed beforehand, or there is nothing to agree to. */
    public static <P> Approval<P> beforehand() {
        return new Approval<>(true, null);
    }

    /**
     * Agreed to this plan and no other.
     *
     * @param plan null where nobody agreed to one
     */
    public static <P> Approval<P> of(P plan) {
        return new Approval<>(false, plan);
    }

    /**
     * Why a plan can't be carried out with this approval.
     *
     * @param present the plan as it is now
     * @param required whether somebody has to agree to it
     * @param environment that it changes
     * @return REFUSED where nobody agreed, or null
     * @throws Failure CONFLICT when it is no longer the plan that was agreed to
     */
    public Failure objection(P present, boolean required, String environment) {
        if (plan != null && !plan.equals(present)) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "the changes to " + environment + " are no longer those that were confirmed",
                    "review them again");
        }
        if (anything || plan != null || !required) {
            return null;
        }
        return new Failure(
                Failure.Kind.REFUSED,
                "the changes to " + environment + " have to be confirmed",
                Advice.CONFIRM_CHANGES.of());
    }
}
