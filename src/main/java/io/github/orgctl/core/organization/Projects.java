package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Timeline;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/**
 * Stores projects together with derived data: the number of projects of an organization, the ownership history, and the
 * names under which usage is shown. Every change of a project goes through here.
 */
public final class Projects {
    private final Tx tx;

    public Projects(Tx tx) {
        this.tx = tx;
    }

    /** Inserts a new project, owned from its creation. */
    public void insert(Project project) {
        insert(project, project.createdAt());
    }

    /** Inserts a new project, owned from a given time. */
    public void insert(Project project, Instant since) {
        tx.projects().insert(project);
        count(project, 1);
        own(project, null, since);
    }

    /** Updates a project. A new owner owns it from the time of the change. */
    public void update(Project before, Project after) {
        keepNames(before, after);
        count(before, -1);
        tx.projects().update(after);
        count(after, 1);
        if (!before.organizationId().equals(after.organizationId())) {
            own(after, tx.projects().ownedSince(after.id()), after.updatedAt());
        }
    }

    /** Purges a project. */
    public void purge(Project project) {
        count(project, -1);
        tx.projects().purge(project.id());
    }

    /** Moves all projects of an organization to the trash, together with it. */
    public void deleteWithOrganization(Id organizationId, Instant at) {
        tx.organizations().addProjects(organizationId, -tx.projects().deleteWithOrganization(organizationId, at));
    }

    /** Restores the projects that were deleted with their organization. */
    public void restoreWithOrganization(Id organizationId, Instant at) {
        tx.organizations().addProjects(organizationId, tx.projects().restoreWithOrganization(organizationId, at));
    }

    /** Updates the organization's count of projects, which excludes the trash. */
    private void count(Project project, long more) {
        if (project.deletedAt() == null) {
            tx.organizations().addProjects(project.organizationId(), more);
        }
    }

    private void own(Project project, Instant ownedBefore, Instant from) {
        tx.projects().addOwner(project.id(), project.organizationId(), Timeline.next(ownedBefore, from));
    }

    /** Keeps the names for usage: the current slug, or the last one in an organization that the project has left. */
    private void keepNames(Project before, Project after) {
        if (!before.organizationId().equals(after.organizationId())) {
            tx.usage().keepName(before.id(), before.organizationId(), before.slug());
        }
        tx.usage().changeName(after.id(), after.organizationId(), after.slug());
    }
}
