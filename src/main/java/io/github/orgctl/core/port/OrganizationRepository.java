package io.github.orgctl.core.port;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import java.util.List;
import java.util.Optional;

/** Stores organizations, including those in the trash. */
public interface OrganizationRepository {
    void insert(Organization organization);

    /** Updates all fields by id except the project count. */
    void update(Organization organization);

    /** Adds to the organization's project count; a negative number decreases it. */
    void addProjects(Id id, long more);

    /** Permanently deletes the organization with its projects and environments. */
    void purge(Id id);

    /** Finds an organization by id, including the trash. */
    Optional<Organization> find(Id id);

    /** Finds an organization by slug, excluding the trash. */
    Optional<Organization> find(Slug slug);

    /** Finds an organization by name, excluding the trash. */
    Optional<Organization> find(Name name);

    /** Organizations in the trash that had a slug, most recently deleted first. */
    List<Organization> findDeleted(Slug slug);

    /**
     * Lists organizations by slug, or in the page's order.
     *
     * @param deleted whether to list the trash instead
     */
    Listing<Organization> list(AccessScope scope, Page<Organization> page, boolean deleted);

    /** Up to {@code limit} slugs with a prefix, in order, excluding the trash. Used for hints and completion. */
    List<Slug> slugs(AccessScope scope, String prefix, int limit);
}
