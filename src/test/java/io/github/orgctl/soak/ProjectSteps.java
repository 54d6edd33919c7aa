package io.github.orgctl.soak;

import static io.github.orgctl.soak.OrganizationSteps.AMBIGUOUS;
import static io.github.orgctl.soak.OrganizationSteps.CONFLICT;
import static io.github.orgctl.soak.OrganizationSteps.NOT_FOUND;
import static io.github.orgctl.soak.OrganizationSteps.REFUSED;

import io.github.orgctl.soak.Model.Organization;
import io.github.orgctl.soak.Model.Project;
import java.util.List;

/** Commands about projects, and what they should do. */
final class ProjectSteps {
    private ProjectSteps() {}

    static Step create(String organization, String slug, String name, boolean ifNotExists) {
        Step step = Step.of(
                model -> {
                    Organization owner = model.organizations.get(organization);
                    if (owner == null) {
                        return NOT_FOUND;
                    }
                    if (ifNotExists && owner.projects.containsKey(slug)) {
                        return 0;
                    }
                    if (isTaken(owner, null, slug, name)) {
                        return CONFLICT;
                    }
                    owner.projects.put(slug, new Project(slug, name));
                    return 0;
                },
                "project",
                "create",
                name,
                "--slug",
                slug,
                "--org",
                organization);
        return ifNotExists ? step.with("--if-not-exists") : step;
    }

    private static boolean isTaken(Organization owner, Project self, String slug, String name) {
        Project bySlug = owner.projects.get(slug);
        Project byName = Model.byName(owner, name);
        return bySlug != null && bySlug != self || byName != null && byName != self;
    }

    static Project find(Model model, String organization, String slug) {
        Organization owner = model.organizations.get(organization);
        return owner == null ? null : owner.projects.get(slug);
    }

    /** With null for what stays. */
    static Step update(
            String organization, String slug, String newSlug, String newName, String description, int ifRevision) {
        Step step = Step.of(
                model -> {
                    Project found = find(model, organization, slug);
                    if (found == null) {
                        return NOT_FOUND;
                    }
                    if (ifRevision > 0 && ifRevision != found.revision) {
                        return CONFLICT;
                    }
                    String wantedSlug = newSlug == null ? found.slug : newSlug;
                    String wantedName = newName == null ? found.name : newName;
                    String wanted = description == null ? found.description : description;
                    if (wantedSlug.equals(found.slug)
                            && wantedName.equals(found.name)
                            && wanted.equals(found.description)) {
                        return 0;
                    }
                    Organization owner = model.organizations.get(organization);
                    if (isTaken(owner, found, wantedSlug, wantedName)) {
                        return CONFLICT;
                    }
                    owner.projects.remove(found.slug);
                    found.slug = wantedSlug;
                    found.name = wantedName;
                    found.description = wanted;
                    found.revision++;
                    owner.projects.put(wantedSlug, found);
                    return 0;
                },
                "project",
                "update",
                organization + "/" + slug);
        return withChanges(step, newSlug, newName, description, ifRevision);
    }

    static Step withChanges(Step step, String newSlug, String newName, String description, int ifRevision) {
        Step changed = newSlug == null ? step : step.with("--slug", newSlug);
        changed = newName == null ? changed : changed.with("--name", newName);
        changed = description == null ? changed : changed.with("--description=" + description);
        return ifRevision > 0 ? changed.with("--if-revision", String.valueOf(ifRevision)) : changed;
    }

    static Step move(String organization, String slug, String to) {
        return Step.of(
                model -> {
                    Project found = find(model, organization, slug);
                    Organization target = model.organizations.get(to);
                    if (found == null || target == null) {
                        return NOT_FOUND;
                    }
                    if (organization.equals(to)) {
                        return 0;
                    }
                    if (found.isLocked()) {
                        return REFUSED;
                    }
                    if (isTaken(target, null, found.slug, found.name)) {
                        return CONFLICT;
                    }
                    model.organizations.get(organization).projects.remove(slug);
                    target.projects.put(slug, found);
                    found.revision++;
                    return 0;
                },
                "project",
                "move",
                organization + "/" + slug,
                "--to",
                to);
    }

    static Step delete(String organization, String slug, String confirm, boolean ifExists, boolean purge) {
        Step step = Step.of(
                model -> {
                    Organization owner = model.organizations.get(organization);
                    if (owner == null) {
                        return ifExists ? 0 : NOT_FOUND;
                    }
                    Project found = owner.projects.get(slug);
                    List<Project> targets = found != null ? List.of(found) : purge ? deleted(owner, slug) : List.of();
                    if (targets.size() != 1) {
                        return targets.size() > 1 ? AMBIGUOUS : ifExists ? 0 : NOT_FOUND;
                    }
                    Project target = targets.get(0);
                    if (target.isLocked() || !slug.equals(confirm)) {
                        return REFUSED;
                    }
                    owner.projects.remove(slug, target);
                    owner.trash.remove(target);
                    if (!purge) {
                        target.revision++;
                        owner.trash.add(target);
                    }
                    return 0;
                },
                "project",
                "delete",
                organization + "/" + slug);
        return withDeletion(step, confirm, ifExists, purge);
    }

    static Step withDeletion(Step step, String confirm, boolean ifExists, boolean purge) {
        Step deletion = confirm == null ? step : step.with("--confirm", confirm);
        deletion = ifExists ? deletion.with("--if-exists") : deletion;
        return purge ? deletion.with("--purge") : deletion;
    }

    private static List<Project> deleted(Organization owner, String slug) {
        return owner.trash.stream().filter(each -> each.slug.equals(slug)).toList();
    }

    static Step restore(String organization, String slug) {
        return Step.of(
                model -> {
                    Organization owner = model.organizations.get(organization);
                    List<Project> targets = owner == null ? List.of() : deleted(owner, slug);
                    if (targets.size() != 1) {
                        return targets.isEmpty() ? NOT_FOUND : AMBIGUOUS;
                    }
                    Project found = targets.get(0);
                    if (isTaken(owner, null, found.slug, found.name)) {
                        return CONFLICT;
                    }
                    owner.trash.remove(found);
                    found.revision++;
                    owner.projects.put(slug, found);
                    return 0;
                },
                "project",
                "restore",
                organization + "/" + slug);
    }
}
