package io.github.orgctl.core.access;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Until;

/**
 * A token that is to be made.
 *
 * @param project the only project it is to be for, or null for all of the current organization
 * @param mode the only mode it is to be for, or null for both
 * @param expires when it ends
 */
public record NewToken(Name name, Role role, ProjectReference project, Mode mode, Until expires) {}
