package io.github.orgctl.soak;

import io.github.orgctl.soak.Model.Member;
import io.github.orgctl.soak.Model.Organization;
import java.util.List;

/** Commands about organizations and their members, and what they should do. */
final class OrganizationSteps {
    static final int AMBIGUOUS = 2;
    static final int NOT_FOUND = 3;
    static final int CONFLICT = 4;
    static final int RULE = 5;
    static final int REFUSED = 8;

    private OrganizationSteps() {}

    static Step create(String slug, String name, boolean ifNotExists, String owner) {
        Step step = Step.of(
                model -> {
                    if (ifNotExists && isSeen(model.organizations.get(slug), owner)) {
                        return 0;
                    }
                    if (isTaken(model, null, slug, name)) {
                        return CONFLICT;
                    }
                    Organization made = new Organization(slug, name);
                    if (owner != null) {
                        made.members.put(owner, new Member("owner", "active"));
                    }
                    model.organizations.put(slug, made);
                    return 0;
                },
                "org",
                "create",
                name,
                "--slug",
                slug);
        step = ifNotExists ? step.with("--if-not-exists") : step;
        return owner == null ? step : step.with("--as", owner);
    }

    /** By the local operator, where that is null. */
    private static boolean isSeen(Organization organization, String person) {
        return organization != null
                && (person == null
                        || organization.members.containsKey(person)
                                && organization.members.get(person).status().equals("active"));
    }

    private static boolean isTaken(Model model, Organization self, String slug, String name) {
        Organization bySlug = model.organizations.get(slug);
        Organization byName = model.byName(name);
        return bySlug != null && bySlug != self || byName != null && byName != self;
    }

    /** With null for what stays. */
    static Step update(String slug, String newSlug, String newName, String description, int ifRevision) {
        Step step = Step.of(
                model -> {
                    Organization found = model.organizations.get(slug);
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
                    if (isTaken(model, found, wantedSlug, wantedName)) {
                        return CONFLICT;
                    }
                    model.organizations.remove(found.slug);
                    found.slug = wantedSlug;
                    found.name = wantedName;
                    found.description = wanted;
                    found.revision++;
                    model.organizations.put(wantedSlug, found);
                    return 0;
                },
                "org",
                "update",
                slug);
        return ProjectSteps.withChanges(step, newSlug, newName, description, ifRevision);
    }

    static Step delete(String slug, String confirm, boolean ifExists, boolean purge) {
        Step step = Step.of(
                model -> {
                    Organization found = model.organizations.get(slug);
                    List<Organization> targets =
                            found != null ? List.of(found) : purge ? deleted(model, slug) : List.of();
                    if (targets.size() != 1) {
                        return targets.size() > 1 ? AMBIGUOUS : ifExists ? 0 : NOT_FOUND;
                    }
                    Organization target = targets.get(0);
                    if (target.projects.values().stream().anyMatch(Model.Project::isLocked)) {
                        return REFUSED;
                    }
                    if (!slug.equals(confirm)) {
                        return REFUSED;
                    }
                    model.organizations.remove(slug, target);
                    model.trash.remove(target);
                    if (!purge) {
                        target.projects.values().forEach(project -> project.revision++);
                        target.revision++;
                        model.trash.add(target);
                    }
                    return 0;
                },
                "org",
                "delete",
                slug);
        return ProjectSteps.withDeletion(step, confirm, ifExists, purge);
    }

    private static List<Organization> deleted(Model model, String slug) {
        return model.trash.stream().filter(each -> each.slug.equals(slug)).toList();
    }

    static Step restore(String slug) {
        return Step.of(
                model -> {
                    List<Organization> targets = deleted(model, slug);
                    if (targets.size() != 1) {
                        return targets.isEmpty() ? NOT_FOUND : AMBIGUOUS;
                    }
                    Organization found = targets.get(0);
                    if (isTaken(model, null, found.slug, found.name)) {
                        return CONFLICT;
                    }
                    model.trash.remove(found);
                    found.projects.values().forEach(project -> project.revision++);
                    found.revision++;
                    model.organizations.put(found.slug, found);
                    return 0;
                },
                "org",
                "restore",
                slug);
    }

    /** A change of a member: their role, or their status, or that they go. */
    static Step member(String verb, String organization, String email, String role) {
        Step step = Step.of(
                model -> {
                    Organization found = model.organizations.get(organization);
                    Member member = found == null ? null : found.members.get(email);
                    if (member == null) {
                        return NOT_FOUND;
                    }
                    Member after =
                            switch (verb) {
                                case "role" -> new Member(role, member.status());
                                case "suspend" -> new Member(member.role(), "suspended");
                                case "activate" -> new Member(member.role(), "active");
                                default -> null;
                            };
                    if (member.equals(after)) {
                        return 0;
                    }
                    boolean owned = found.members.values().stream().anyMatch(Member::isOwner);
                    if (after == null) {
                        found.members.remove(email);
                    } else {
                        found.members.put(email, after);
                    }
                    boolean lost = owned && found.members.values().stream().noneMatch(Member::isOwner);
                    return lost ? RULE : 0;
                },
                "member",
                verb,
                email);
        return (role == null ? step : step.with(role)).with("--org", organization);
    }
}
