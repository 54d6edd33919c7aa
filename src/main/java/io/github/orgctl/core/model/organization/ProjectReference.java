package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;

/** Reference to a project: {@code PROJECT} in the current organization, {@code ORG/PROJECT}, or its id. */
public sealed interface ProjectReference {
    /**
     * @param organization the organization it names, or null for the current one
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

    /**
     * @throws Failure USAGE when the text has none of the three forms
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
