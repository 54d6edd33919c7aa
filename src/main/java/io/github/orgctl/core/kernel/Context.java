package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Id;

/**
 * What a command stands in when it does not name everything itself. Every part may be null.
 *
 * @param organization the current organization
 * @param organizationSource what chose the organization, such as a settings file; null where the command itself names
 *     it, so that a reference to another contradicts it
 * @param project the current project
 * @param mode the current mode, for reading only
 * @param expectedEnvironment the only environment the command may work on
 */
public record Context(
        OrganizationReference organization,
        String organizationSource,
        ProjectReference project,
        Mode mode,
        Id expectedEnvironment) {
    public static final Context NONE = new Context(null, null, null, null, null);

    /** Whether the command itself names the organization. */
    public boolean organizationIsGiven() {
        return organization != null && organizationSource == null;
    }
}
