package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.value.Failure;

/**
 * How a bulk change of an environment went.
 *
 * @param update null where it was refused
 * @param refusal why nothing was done, or null where it was done
 */
public record PlannedUpdate(UpdatePlan plan, EnvironmentUpdate update, Failure refusal) {}
