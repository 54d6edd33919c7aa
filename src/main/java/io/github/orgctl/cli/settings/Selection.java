package io.github.orgctl.cli.settings;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;

/**
 * Selection written by {@code use}.
 *
 * @param organization a slug or an id; null to forget what was chosen
 * @param project a slug in that organization, or null for none
 * @param mode null for none
 * @param here whether it holds for the working directory instead of for the user
 * @param id id of the project, or else of the organization; identifies the selection after a rename
 * @param organizationId id of the organization
 */
public record Selection(String organization, String project, Mode mode, boolean here, Id id, Id organizationId) {
    /** No selection. */
    public static Selection none(boolean here) {
        return new Selection(null, null, null, here, null, null);
    }

    public static Selection of(Organization organization, Mode mode, boolean here) {
        return new Selection(organization.slug().value(), null, mode, here, organization.id(), organization.id());
    }

    public static Selection of(Project project, Mode mode, boolean here) {
        return new Selection(
                project.organization().value(),
                project.slug().value(),
                mode,
                here,
                project.id(),
                project.organizationId());
    }
}
