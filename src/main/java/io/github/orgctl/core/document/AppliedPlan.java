package io.github.orgctl.core.document;

import io.github.orgctl.core.model.value.Failure;

/**
 * How applying documents went.
 *
 * @param refusal why nothing was changed, or null
 */
public record AppliedPlan(ChangePlan plan, Failure refusal) {}
