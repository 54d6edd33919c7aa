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

/** Stores projects, including those in the trash, and the history of their owners. */
public interface ProjectRepository {
    /** Inserts a new project with its two environments, at revision 1. */
    void insert(Project project);

    /**
     * Updates slug, name, description, organization, revision and times by id. A project that leaves the trash is no
     * longer marked as deleted together with its organization.
     */
    void update(Project project);

    /** Permanently deletes the project with its environments. */
    void purge(Id id);

    /** Records that an organization owns the project from a time on. */
    void addOwner(Id projectId, Id organizationId, Instant from);

    /** Start of the current ownership. */
    Instant ownedSince(Id projectId);

    /** Finds a project by id, including the trash. */
    Optional<Project> find(Id id);

    /** Finds a project of an organization by slug, excluding the trash. */
    Optional<Project> find(Id organizationId, Slug slug);

    /** Finds a project of an organization by name, excluding the trash. */
    Optional<Project> find(Id organizationId, Name name);

    /** Projects of an organization in the trash that had a slug, most recently deleted first. */
    List<Project> findDeleted(Id organizationId, Slug slug);

    /**
     * Lists projects by organization and slug, or in the page's order. A list of all organizations excludes those in
     * the trash.
     *
     * @param deleted whether to list the trash instead
     */
    Listing<Project> list(AccessScope scope, Page<Project> page, boolean deleted);

    /**
     * Up to {@code limit} slugs with a prefix, in order, excluding the trash.
     *
     * @param scope a single organization
     */
    List<Slug> slugs(AccessScope scope, String prefix, int limit);

    /**
     * Moves all projects of an organization to the trash together with it; those already in the trash stay unchanged.
     *
     * @return number of projects moved
     */
    long deleteWithOrganization(Id organizationId, Instant at);

    /**
     * Restores the projects that were moved to the trash together with their organization, and sets their update time.
     *
     * @return number of projects restored
     */
    long restoreWithOrganization(Id organizationId, Instant at);
}
