package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.Project;

/**
 * A cloned project.
 *
 * @param isComplete whether it has all secrets of the original
 */
public record ProjectClone(Project project, boolean isComplete) {}
