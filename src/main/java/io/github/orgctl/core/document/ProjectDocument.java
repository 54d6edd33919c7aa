package io.github.orgctl.core.document;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;

/**
 * What a document says about a project. Null stands for what it doesn't mention, which stays as it is.
 *
 * @param organization the slug of the organization that has it
 * @param id the project that is meant, or null to go by slug
 * @param renamedFrom what it was called before, or null
 * @param schema the text of its schema; empty for none
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
     * What a project was called before.
     *
     * @param organization null where it was in the same organization
     */
    public record FormerName(Slug organization, Slug slug) {
        @Override
        public String toString() {
            return organization == null ? slug.value() : organization + "/" + slug;
        }
    }

    /** What it says about one of its environments, or null. */
    public EnvironmentDocument environment(Mode mode) {
        return mode == Mode.LIVE ? live : sandbox;
    }

    /** Its name among all projects, such as {@code acme/website}. */
    public String address() {
        return organization + "/" + slug;
    }
}
