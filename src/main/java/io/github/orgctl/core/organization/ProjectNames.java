package io.github.orgctl.core.organization;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.Optional;

/** Keeps names and slugs of projects unique in their organization. */
final class ProjectNames {
    private final Tx tx;
    private final Access access;

    ProjectNames(UnitOfWork work) {
        this.tx = work.tx();
        this.access = work.access();
    }

    /**
     * @throws Failure CONFLICT if another project of the organization has the name or slug
     */
    void refuseTaken(Project wanted) {
        Id organizationId = wanted.organizationId();
        refuseTaken(tx.projects().find(organizationId, wanted.slug()), wanted, "slug '" + wanted.slug() + "'");
        refuseTaken(tx.projects().find(organizationId, wanted.name()), wanted, "name '" + wanted.name() + "'");
    }

    private void refuseTaken(Optional<Project> holder, Project wanted, String what) {
        if (holder.isPresent() && !holder.get().id().equals(wanted.id())) {
            Project project = holder.get();
            if (!access.seesProject(project.id())) {
                throw Failure.taken(what);
            }
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "a project with the " + what + " already exists in the organization " + project.organization()
                            + ": " + project.id(),
                    Advice.SHOW_PROJECT.of(project.organization() + "/" + project.slug()));
        }
    }
}
