package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;

/** Reference to an organization: slug or ID. */
public sealed interface OrganizationReference {
    record BySlug(Slug slug) implements OrganizationReference {
        @Override
        public String toString() {
            return slug.value();
        }
    }

    record ById(Id id) implements OrganizationReference {
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * @throws Failure USAGE if the text is neither a slug nor an id
     */
    static OrganizationReference parse(String text) {
        return Id.looksLikeId(text) ? new ById(Id.parse(text)) : new BySlug(new Slug(text));
    }
}
