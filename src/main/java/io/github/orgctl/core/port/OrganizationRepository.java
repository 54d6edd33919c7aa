package io.github.orgctl.core.port;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import java.util.List;
import java.util.Optional;

/** Where organizations are kept, those in the trash included. */
public interface OrganizationRepository {
    void insert(Organization organization);

    /** Writes every field but the id and the count of projects, for the organization with that id. */
    void update(Organization organization);

    /** Adds to the organization's count of projects, which takes a number below zero, too. */
    void addProjects(Id id, long more);

    /** Removes the organization for good, with its projects and their environments. */
    void purge(Id id);

    /** The organization with this id, in the trash or not. */
    Optional<Organization> find(Id id);

    /** The organization with this slug that is not in the trash. */
    Optional<Organization> find(Slug slug);

    /** The organization with this name that is not in the trash. */
    Optional<Organization> find(Name name);

    /** The organizations in the trash that had this slug, the last deleted first. */
    List<Organization> findDeleted(Slug slug);

    /**
     * Organizations by slug, or in the page's order.
     *
     * @param deleted those in the trash instead of the others
     */
    Listing<Organization> list(AccessScope scope, Page<Organization> page, boolean deleted);

    /** Up to {@code limit} slugs in use that begin with the prefix, in their order. For hints and completion. */
    List<Slug> slugs(AccessScope scope, String prefix, int limit);
}
