package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Id;

/**
 * Defaults for parts that a command does not name explicitly. Each part may be null.
 *
 * @param organization the current organization
 * @param organizationSource where the current organization was set, such as a settings file; null if the command names
 *     it, in which case a reference to another organization is a contradiction
 * @param project the current project
 * @param mode the current mode, used for reading only
 * @param expectedEnvironment the only environment that the command may use
 */
public record Context(
        OrganizationReference organization,
        String organizationSource,
        ProjectReference project,
        Mode mode,
        Id expectedEnvironment) {
    public static final Context NONE = new Context(null, null, null, null, null);

    /** Returns a context in which references may name other organizations than the command does. */
    Context acrossOrganizations() {
        return organizationIsGiven()
                ? new Context(organization, "the command", project, mode, expectedEnvironment)
                : this;
    }

    /** Whether the command names the organization explicitly. */
    public boolean organizationIsGiven() {
        return organization != null && organizationSource == null;
    }
}
