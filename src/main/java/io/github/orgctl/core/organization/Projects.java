package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Timeline;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/**
 * Keeps projects with what follows from their changes: how many an organization has, whose a project was when, and which
 * name an organization's usage of it is shown under. Every change of a project goes through here.
 */
public final class Projects {
    private final Tx tx;

    public Projects(Tx tx) {
        this.tx = tx;
    }

    /** Keeps a new project, which has its owner from its creation. */
    public void insert(Project project) {
        insert(project, project.createdAt());
    }

    /** Keeps a new project, which has its owner from that time on. */
    public void insert(Project project, Instant since) {
        tx.projects().insert(project);
        count(project, 1);
        own(project, null, since);
    }

    /** Keeps a changed project. Another owner has it from the time of the change. */
    public void update(Project before, Project after) {
        keepNames(before, after);
        count(before, -1);
        tx.projects().update(after);
        count(after, 1);
        if (!before.organizationId().equals(after.organizationId())) {
            own(after, tx.projects().ownedSince(after.id()), after.updatedAt());
        }
    }

    /** Removes a project for good. */
    public void purge(Project project) {
        count(project, -1);
        tx.projects().purge(project.id());
    }

    /** Moves all projects of an organization to the trash along with it. */
    public void deleteWithOrganization(Id organizationId, Instant at) {
        tx.organizations().addProjects(organizationId, -tx.projects().deleteWithOrganization(organizationId, at));
    }

    /** Brings back the projects that went to the trash along with their organization. */
    public void restoreWithOrganization(Id organizationId, Instant at) {
        tx.organizations().addProjects(organizationId, tx.projects().restoreWithOrganization(organizationId, at));
    }

    /** An organization's projects are those that are not in the trash. */
    private void count(Project project, long more) {
        if (project.deletedAt() == null) {
            tx.organizations().addProjects(project.organizationId(), more);
        }
    }

    private void own(Project project, Instant ownedBefore, Instant from) {
        tx.projects().addOwner(project.id(), project.organizationId(), Timeline.next(ownedBefore, from));
    }

    /** Usage is shown under the name that its organization has for the project, or had last, before the project left. */
    private void keepNames(Project before, Project after) {
        if (!before.organizationId().equals(after.organizationId())) {
            tx.usage().keepName(before.id(), before.organizationId(), before.slug());
        }
        tx.usage().changeName(after.id(), after.organizationId(), after.slug());
    }
}
