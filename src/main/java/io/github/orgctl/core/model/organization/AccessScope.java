package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Id;
import java.util.List;

/**
 * The visible organizations and projects, which restrict lists.
 *
 * @param organizations visible organizations, or null for all
 * @param project the only visible project, or null for all of these organizations
 * @param mode the only visible mode, or null for both
 */
public record AccessScope(List<Id> organizations, Id project, Mode mode) {
    public static final AccessScope EVERYTHING = new AccessScope(null, null, null);

    /** Restricts the scope to a visible organization. */
    public AccessScope within(Id organization) {
        return new AccessScope(List.of(organization), project, mode);
    }

    /**
     * Restricts the scope to a mode.
     *
     * @param wanted null for no restriction
     */
    public AccessScope within(Mode wanted) {
        if (wanted == null || wanted == mode) {
            return this;
        }
        return mode == null
                ? new AccessScope(organizations, project, wanted)
                : new AccessScope(List.of(), project, mode);
    }

    public boolean covers(Id organization) {
        return organizations == null || organizations.contains(organization);
    }

    public boolean covers(Environment wanted) {
        return covers(wanted.organizationId())
                && (project == null || project.equals(wanted.projectId()))
                && (mode == null || mode == wanted.mode());
    }

    public boolean covers(Project wanted) {
        return covers(wanted.organizationId()) && (project == null || project.equals(wanted.id()));
    }
}
