package io.github.orgctl.core.document;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;

/**
 * The part of a document that describes a project. Null means not mentioned, and therefore unchanged.
 *
 * @param organization slug of its organization
 * @param id id of the existing project, or null to match by slug
 * @param renamedFrom former name, or null
 * @param schema text of its schema; empty for none
 */
public record ProjectDocument(
        Slug organization,
        Slug slug,
        Id id,
        FormerName renamedFrom,
        Name name,
        Description description,
        String schema,
        EnvironmentDocument sandbox,
        EnvironmentDocument live) {
    /**
     * Former name of a project.
     *
     * @param organization null if the organization is the same
     */
    public record FormerName(Slug organization, Slug slug) {
        @Override
        public String toString() {
            return organization == null ? slug.value() : organization + "/" + slug;
        }
    }

    /** The description of one of its environments, or null. */
    public EnvironmentDocument environment(Mode mode) {
        return mode == Mode.LIVE ? live : sandbox;
    }

    /** Its qualified name, for example {@code acme/website}. */
    public String address() {
        return organization + "/" + slug;
    }
}
