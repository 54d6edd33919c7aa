package io.github.orgctl.core.promotion;

/**
 * What somebody agreed to.
 *
 * @param anything whether to whatever it turns out to be
 * @param plan the plan that was shown and agreed to, or null where none was
 */
public record Approval(boolean anything, PromotionPlan plan) {
    /** Agreed beforehand, or there is nothing to agree to. */
    public static final Approval ANYTHING = new Approval(true, null);

    /**
     * Agreed to this plan and no other.
     *
     * @param plan null where nobody agreed to one
     */
    public static Approval of(PromotionPlan plan) {
        return new Approval(false, plan);
    }
}
