package io.github.orgctl.core.access;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Until;

/**
 * Attributes of a token to be created.
 *
 * @param project the only project in its scope, or null for all of the current organization
 * @param mode the only mode in its scope, or null for both
 * @param expires expiry time
 */
public record NewToken(Name name, Role role, ProjectReference project, Mode mode, Until expires) {}
