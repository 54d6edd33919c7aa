package io.github.orgctl.core.document;

import io.github.orgctl.core.document.ProjectDocument.FormerName;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.NotFound;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches documents with the organizations and projects of the store. A renamed resource is recognized by its id or by
 * the former slug in the document, never by guessing. The rename is already done if the new slug exists and the old one
 * either does not, or belongs to another document.
 */
final class DocumentTargets {
    private final Tx tx;
    private final Access access;
    private final Map<Slug, Organization> organizations = new LinkedHashMap<>();
    private final Map<Id, Map<Slug, Project>> present = new HashMap<>();
    private final Map<String, Project> projects = new HashMap<>();
    private final Map<Id, ProjectDocument> meant = new HashMap<>();
    private final Set<Slug> vacatedOrganizations = new HashSet<>();
    private final Set<String> vacated = new HashSet<>();
    private final Set<Slug> described = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();

    /**
     * @throws Failure NOT_FOUND if an id or the organization of a project doesn't exist; CONFLICT if the new and the
     *     former slug belong to different resources, or two documents match the same one
     */
    DocumentTargets(UnitOfWork work, DocumentSet documents) {
        this.tx = work.tx();
        this.access = work.access();
        for (OrganizationDocument document : documents.organizations()) {
            described.add(document.slug());
            vacatedOrganizations.add(document.renamedFrom());
        }
        for (OrganizationDocument document : documents.organizations()) {
            find(document).ifPresent(found -> organizations.put(document.slug(), found));
        }
        refuseSharedOrganization();
        for (ProjectDocument document : documents.projects()) {
            vacated.add(formerName(document));
            addresses.add(document.address());
        }
        for (ProjectDocument document : documents.projects()) {
            Optional<Project> found = find(document);
            found.ifPresent(project -> projects.put(document.address(), project));
            ProjectDocument other =
                    found.isEmpty() ? null : meant.put(found.get().id(), document);
            if (other != null) {
                throw conflict(other.address() + " and " + document.address() + " refer to the same project");
            }
        }
    }

    /** The existing organization for a slug in the documents, or null if it is to be created. */
    Organization organization(Slug slug) {
        return organizations.get(slug);
    }

    /** The existing project for a document, or null if it is to be created. */
    Project project(ProjectDocument document) {
        return projects.get(document.address());
    }

    /** All visible projects of an organization, by slug. */
    Map<Slug, Project> projectsOf(Organization organization) {
        return present.computeIfAbsent(organization.id(), id -> {
            Map<Slug, Project> found = new LinkedHashMap<>();
            AccessScope scope = access.scope().within(id);
            tx.projects()
                    .list(scope, new Page<>(null, null, null), false)
                    .forEach(project -> found.put(project.slug(), project));
            return found;
        });
    }

    /** Whether a document matches this project. */
    boolean isMeant(Project project) {
        return meant.containsKey(project.id());
    }

    /** The projects that belong to an organization according to the documents. */
    Set<Id> projectsMeantFor(Slug organization) {
        Set<Id> ids = new HashSet<>();
        meant.forEach((id, document) -> {
            if (document.organization().equals(organization)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private Optional<Organization> find(OrganizationDocument document) {
        if (document.id() != null) {
            return Optional.of(seen(tx.organizations().find(document.id()))
                    .orElseThrow(() -> new Failure(
                            Failure.Kind.NOT_FOUND,
                            "no organization has the ID " + document.id() + ", named in the document of "
                                    + document.slug())));
        }
        Optional<Organization> now = seen(tx.organizations().find(document.slug()));
        Optional<Organization> before = document.renamedFrom() == null
                ? Optional.empty()
                : seen(tx.organizations().find(document.renamedFrom()));
        if (before.isEmpty() || now.isPresent() && vacatedOrganizations.contains(document.slug())) {
            return before.isEmpty() ? now : before;
        }
        if (now.isPresent() && described.contains(document.renamedFrom())) {
            return now;
        }
        if (now.isPresent()) {
            throw bothExist(
                    "organizations",
                    document.slug().value(),
                    document.renamedFrom().value());
        }
        return before;
    }

    private Optional<Organization> seen(Optional<Organization> organization) {
        return organization.filter(found -> found.deletedAt() == null && access.sees(found.id()));
    }

    private void refuseSharedOrganization() {
        Map<Id, Slug> taken = new HashMap<>();
        organizations.forEach((slug, organization) -> {
            Slug other = taken.put(organization.id(), slug);
            if (other != null) {
                throw conflict(other + " and " + slug + " refer to the same organization");
            }
        });
    }

    private Optional<Project> find(ProjectDocument document) {
        Organization organization = organizationOf(document);
        if (document.id() != null) {
            return Optional.of(tx.projects()
                    .find(document.id())
                    .filter(project -> project.deletedAt() == null && access.sees(project))
                    .orElseThrow(() -> new Failure(
                            Failure.Kind.NOT_FOUND,
                            "no project has the ID " + document.id() + ", named in the document of "
                                    + document.address())));
        }
        Optional<Project> now =
                Optional.ofNullable(organization).map(found -> projectsOf(found).get(document.slug()));
        Optional<Project> before = former(document);
        boolean givesWay = now.isPresent() && vacated.contains(document.address());
        if (before.isEmpty() || givesWay) {
            return before.isEmpty() ? now : before;
        }
        if (now.isPresent() && addresses.contains(formerName(document))) {
            return now;
        }
        if (now.isPresent()) {
            throw bothExist(
                    "projects", document.address(), document.renamedFrom().toString());
        }
        return before;
    }

    private Optional<Project> former(ProjectDocument document) {
        FormerName name = document.renamedFrom();
        if (name == null) {
            return Optional.empty();
        }
        Organization organization = name.organization() == null
                ? organizationOf(document)
                : organizations.getOrDefault(name.organization(), null);
        if (organization == null && name.organization() != null) {
            organization = seen(tx.organizations().find(name.organization())).orElse(null);
        }
        return Optional.ofNullable(organization).map(found -> projectsOf(found).get(name.slug()));
    }

    private static String formerName(ProjectDocument document) {
        FormerName name = document.renamedFrom();
        if (name == null) {
            return null;
        }
        return name.organization() == null ? document.organization() + "/" + name.slug() : name.toString();
    }

    /** The existing organization of a project, or null if a document creates it. */
    private Organization organizationOf(ProjectDocument document) {
        Slug slug = document.organization();
        if (!organizations.containsKey(slug) && !described.contains(slug)) {
            Organization found = seen(tx.organizations().find(slug))
                    .orElseThrow(() -> new NotFound(tx, access).organization(new OrganizationReference.BySlug(slug)));
            organizations.put(slug, found);
        }
        return organizations.get(slug);
    }

    private static Failure bothExist(String what, String now, String before) {
        return new Failure(
                Failure.Kind.CONFLICT,
                "can't rename " + before + " to " + now + ": both " + what + " exist",
                "if the rename is done, remove renamedFrom");
    }

    private static Failure conflict(String message) {
        return new Failure(Failure.Kind.CONFLICT, message);
    }
}
