package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Resolves references to resources in the trash, where slugs are not unique. Throws {@link Failure} NOT_FOUND if a
 * resource does not exist or is not visible, and USAGE, with the ids, if a slug is ambiguous.
 */
public final class Trash {
    private final Tx tx;
    private final Resolver resolver;
    private final Access access;

    public Trash(UnitOfWork work) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
    }

    /**
     * @throws Failure FORBIDDEN if the acting identity may not perform the action
     */
    public Organization organization(OrganizationReference reference, Action action) {
        List<Organization> found = new ArrayList<>();
        if (reference instanceof OrganizationReference.ById byId) {
            tx.organizations().find(byId.id()).ifPresent(found::add);
            found.removeIf(organization -> organization.deletedAt() == null);
        } else {
            found.addAll(tx.organizations().findDeleted(((OrganizationReference.BySlug) reference).slug()));
        }
        found.removeIf(organization -> !access.sees(organization.id()));
        Organization organization =
                onlyOne(found, Organization::id, "organization", reference, Advice.LIST_DELETED_ORGANIZATIONS);
        access.require(action, Target.of(organization));
        return organization;
    }

    /**
     * @throws Failure FORBIDDEN if the acting identity may not perform the action
     */
    public Project project(ProjectReference reference, Action action) {
        List<Project> found = new ArrayList<>();
        if (reference instanceof ProjectReference.ById byId) {
            tx.projects().find(byId.id()).ifPresent(found::add);
            found.removeIf(project -> project.deletedAt() == null);
        } else {
            ProjectReference.BySlug bySlug = (ProjectReference.BySlug) reference;
            Organization organization = resolver.seenOrganization(bySlug.organization());
            resolver.refuseOtherThanGiven(organization.id(), reference.toString());
            found.addAll(tx.projects().findDeleted(organization.id(), bySlug.slug()));
        }
        found.removeIf(project -> !access.sees(project));
        Project project = onlyOne(found, Project::id, "project", reference, Advice.LIST_DELETED_PROJECTS);
        access.require(action, Target.of(project));
        return project;
    }

    private static <T> T onlyOne(List<T> found, Function<T, Id> id, String noun, Object reference, Advice list) {
        if (found.isEmpty()) {
            throw new Failure(Failure.Kind.NOT_FOUND, noun + " '" + reference + "' not found in the trash", list.of());
        }
        if (found.size() > 1) {
            List<String> ids = found.stream().map(id).map(Id::value).toList();
            throw Failure.usage(
                    "'" + reference + "' matches " + found.size() + " items in the trash",
                    "use an ID (last deleted first): " + String.join(", ", ids));
        }
        return found.get(0);
    }
}
