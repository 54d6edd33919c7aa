package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Id;
import java.util.List;

/**
 * Visible organizations and projects, which limit lists.
 *
 * @param organizations those that are seen, or null for all
 * @param project the only project that is seen, or null for all of these organizations
 * @param mode the only mode that is seen, or null for both
 */
public record AccessScope(List<Id> organizations, Id project, Mode mode) {
    public static final AccessScope EVERYTHING = new AccessScope(null, null, null);

    /** The same within one organization, which is seen. */
    public AccessScope within(Id organization) {
        return new AccessScope(List.of(organization), project, mode);
    }

    public boolean covers(Id organization) {
        return organizations == null || organizations.contains(organization);
    }

    public boolean covers(Project wanted) {
        return covers(wanted.organizationId()) && (project == null || project.equals(wanted.id()));
    }
}
