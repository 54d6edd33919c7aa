package io.github.orgctl.core.document;

import io.github.orgctl.core.model.value.Slug;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What several documents say together: a desired state of a part of the store. */
public record DocumentSet(List<OrganizationDocument> organizations, List<ProjectDocument> projects) {
    /** What they say about one organization and its projects. */
    public DocumentSet within(Slug organization) {
        List<OrganizationDocument> ofIt = new ArrayList<>(organizations);
        ofIt.removeIf(document -> !document.slug().equals(organization));
        List<ProjectDocument> within = new ArrayList<>(projects);
        within.removeIf(document -> !document.organization().equals(organization));
        return new DocumentSet(ofIt, within);
    }

    /** What they say about one project, and nothing around it. */
    public DocumentSet withProject(Slug slug) {
        List<ProjectDocument> it = new ArrayList<>(projects);
        it.removeIf(document -> !document.slug().equals(slug));
        return new DocumentSet(List.of(), it);
    }

    public boolean isEmpty() {
        return organizations.isEmpty() && projects.isEmpty();
    }

    /** The slugs of all organizations that they mention, in the order of the documents. */
    public Set<Slug> mentioned() {
        Set<Slug> slugs = new LinkedHashSet<>();
        organizations.forEach(document -> slugs.add(document.slug()));
        projects.forEach(document -> slugs.add(document.organization()));
        return slugs;
    }
}
