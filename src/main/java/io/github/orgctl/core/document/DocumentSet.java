package io.github.orgctl.core.document;

import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.model.value.Slug;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The combined content of several documents: the desired state of a part of the store.
 *
 * @param issuer issuer of statements, or null if not mentioned
 */
public record DocumentSet(
        IssuerChanges issuer,
        List<PricePlanDocument> pricePlans,
        List<OrganizationDocument> organizations,
        List<ProjectDocument> projects) {
    /** Documents without store-wide resources. */
    public static DocumentSet of(List<OrganizationDocument> organizations, List<ProjectDocument> projects) {
        return new DocumentSet(null, List.of(), organizations, projects);
    }

    /** Restricts the documents to one organization and its projects. */
    public DocumentSet within(Slug organization) {
        List<OrganizationDocument> ofIt = new ArrayList<>(organizations);
        ofIt.removeIf(document -> !document.slug().equals(organization));
        List<ProjectDocument> within = new ArrayList<>(projects);
        within.removeIf(document -> !document.organization().equals(organization));
        return of(ofIt, within);
    }

    /** Restricts the documents to one project, without its organization. */
    public DocumentSet withProject(Slug slug) {
        List<ProjectDocument> it = new ArrayList<>(projects);
        it.removeIf(document -> !document.slug().equals(slug));
        return of(List.of(), it);
    }

    public boolean isEmpty() {
        return !describesStore() && organizations.isEmpty() && projects.isEmpty();
    }

    /** Whether they describe store-wide resources. */
    public boolean describesStore() {
        return issuer != null || !pricePlans.isEmpty();
    }

    /** Slugs of all mentioned organizations, in document order. */
    public Set<Slug> mentioned() {
        Set<Slug> slugs = new LinkedHashSet<>();
        organizations.forEach(document -> slugs.add(document.slug()));
        projects.forEach(document -> slugs.add(document.organization()));
        return slugs;
    }
}
