package io.github.orgctl.core.port;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where projects are kept, those in the trash included, and whose they were when. */
public interface ProjectRepository {
    /** Keeps a new project together with both its environments, whose revision is 1. */
    void insert(Project project);

    /**
     * Writes slug, name, description, organization, revision and times, for the project with that id. Out of the trash, it
     * is none of those that went there along with their organization.
     */
    void update(Project project);

    /** Removes the project for good, with its environments. */
    void purge(Id id);

    /** Adds that an organization has the project from that time on. */
    void addOwner(Id projectId, Id organizationId, Instant from);

    /** Since when the project has the owner it has. */
    Instant ownedSince(Id projectId);

    /** The project with this id, in the trash or not. */
    Optional<Project> find(Id id);

    /** The project of that organization with this slug that is not in the trash. */
    Optional<Project> find(Id organizationId, Slug slug);

    /** The project of that organization with this name that is not in the trash. */
    Optional<Project> find(Id organizationId, Name name);

    /** The projects of that organization in the trash that had this slug, the last deleted first. */
    List<Project> findDeleted(Id organizationId, Slug slug);

    /**
     * Projects by organization and slug, or in the page's order; of all organizations only those that are not in the trash
     * themselves.
     *
     * @param deleted those in the trash instead of the others
     */
    Listing<Project> list(AccessScope scope, Page<Project> page, boolean deleted);

    /**
     * Up to {@code limit} slugs in use that begin with the prefix, in their order.
     *
     * @param scope within one organization
     */
    List<Slug> slugs(AccessScope scope, String prefix, int limit);

    /**
     * Moves all projects of an organization into the trash along with it; those there already stay as they are.
     *
     * @return how many went there
     */
    long deleteWithOrganization(Id organizationId, Instant at);

    /**
     * Brings back exactly the projects that went into the trash along with their organization, as changed then.
     *
     * @return how many came back
     */
    long restoreWithOrganization(Id organizationId, Instant at);
}
