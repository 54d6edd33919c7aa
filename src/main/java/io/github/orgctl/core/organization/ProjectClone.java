package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.Project;

/**
 * A project made from another.
 *
 * @param isComplete whether it has all secrets of the other
 */
public record ProjectClone(Project project, boolean isComplete) {}
