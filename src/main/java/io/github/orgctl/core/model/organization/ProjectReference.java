package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;

/** Reference to a project: {@code PROJECT} in the current organization, {@code ORG/PROJECT}, or its id. */
public sealed interface ProjectReference {
    /** Slug of the project whose configuration is shared by all projects of its organization. */
    String SHARED = "shared";

    /**
     * The project with the shared configuration of an organization.
     *
     * @param organization null for the current one
     */
    static ProjectReference shared(OrganizationReference organization) {
        return new BySlug(organization, new Slug(SHARED));
    }

    /**
     * @param organization the named organization, or null for the current one
     */
    record BySlug(OrganizationReference organization, Slug slug) implements ProjectReference {
        @Override
        public String toString() {
            return organization == null ? slug.value() : organization + "/" + slug;
        }
    }

    record ById(Id id) implements ProjectReference {
        @Override
        public String toString() {
            return id.value();
        }
    }

    /** Whether it names an organization. */
    default boolean namesOrganization() {
        return this instanceof BySlug bySlug && bySlug.organization() != null;
    }

    /** Whether both may refer to the same project: equal slugs, and not two different organizations. */
    default boolean mayBe(ProjectReference other) {
        return equals(other)
                || this instanceof BySlug own
                        && other instanceof BySlug given
                        && own.slug().equals(given.slug())
                        && !(namesOrganization() && other.namesOrganization());
    }

    /**
     * @throws Failure USAGE if the text has none of the three formats
     */
    static ProjectReference parse(String text) {
        if (Id.looksLikeId(text)) {
            return new ById(Id.parse(text));
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new BySlug(null, new Slug(text));
        }
        return new BySlug(OrganizationReference.parse(text.substring(0, slash)), new Slug(text.substring(slash + 1)));
    }
}
