package io.github.orgctl.core.document;

import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.organization.NewProject;
import io.github.orgctl.core.organization.ProjectChanges;
import io.github.orgctl.core.organization.ProjectService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Applies a plan's changes to projects, and tracks which project each document describes. */
final class ProjectExecutor {
    private final UnitOfWork work;
    private final OrganizationExecutor organizations;
    private final Map<String, Project> projects = new HashMap<>();

    ProjectExecutor(UnitOfWork work, OrganizationExecutor organizations) {
        this.work = work;
        this.organizations = organizations;
    }

    /** The current project for a document. */
    Project project(ProjectDocument document) {
        return projects.get(document.address());
    }

    void delete(Project project) {
        new ProjectService(work)
                .delete(
                        new ProjectReference.ById(project.id()),
                        new Deletion(project.slug().value(), false, false, true));
    }

    /**
     * Renames projects temporarily if another one needs their name, or if they are renamed while they move to another
     * organization.
     */
    void setAside(List<PlannedWork.OfProject> planned) {
        Map<String, String> wanted = new HashMap<>();
        for (PlannedWork.OfProject each : planned) {
            ProjectDocument document = each.document();
            String organization = organizations.id(document.organization()).value();
            wanted.put(organization + "/" + document.slug(), document.address());
            if (document.name() != null) {
                wanted.put(organization + " " + document.name(), document.address());
            }
        }
        for (PlannedWork.OfProject each : planned) {
            Project before = each.before();
            if (before == null) {
                continue;
            }
            ProjectDocument document = each.document();
            String organization = before.organizationId().value();
            String bySlug = wanted.getOrDefault(organization + "/" + before.slug(), document.address());
            String byName = wanted.getOrDefault(organization + " " + before.name(), document.address());
            boolean renames = !before.slug().equals(document.slug())
                    || document.name() != null && !before.name().equals(document.name());
            if (!bySlug.equals(document.address()) || !byName.equals(document.address()) || renames && moves(each)) {
                update(
                        before,
                        new ProjectChanges(
                                OrganizationExecutor.aside(before.id()),
                                OrganizationExecutor.asideSlug(before.id()),
                                null));
            }
        }
    }

    private boolean moves(PlannedWork.OfProject each) {
        return !organizations
                .id(each.document().organization())
                .equals(each.before().organizationId());
    }

    private void update(Project before, ProjectChanges changes) {
        new ProjectService(work).update(new ProjectReference.ById(before.id()), changes, null);
    }

    void move(PlannedWork.OfProject each) {
        if (moves(each)) {
            new ProjectService(work)
                    .move(
                            new ProjectReference.ById(each.before().id()),
                            new OrganizationReference.ById(
                                    organizations.id(each.document().organization())),
                            null,
                            true);
        }
    }

    void write(PlannedWork.OfProject each) {
        ProjectDocument document = each.document();
        Project before = each.before();
        if (before == null) {
            NewProject draft = new NewProject(
                    document.name(),
                    document.slug(),
                    Objects.requireNonNullElse(document.description(), Description.NONE));
            UnitOfWork within = organizations.within(organizations.id(document.organization()));
            projects.put(
                    document.address(),
                    new ProjectService(within).create(draft, false).value());
            return;
        }
        ProjectChanges changes = new ProjectChanges(
                Objects.requireNonNullElse(document.name(), before.name()), document.slug(), document.description());
        projects.put(
                document.address(),
                new ProjectService(work)
                        .update(new ProjectReference.ById(before.id()), changes, null)
                        .value());
    }
}
