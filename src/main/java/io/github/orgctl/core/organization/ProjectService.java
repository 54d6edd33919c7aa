package io.github.orgctl.core.organization;

import io.github.orgctl.core.access.TokenRevoker;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.kernel.Locks;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.Revisions;
import io.github.orgctl.core.kernel.Trash;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.reference.BrokenReferences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Operations on projects, with their rules. */
public final class ProjectService {
    private final UnitOfWork work;
    private final Tx tx;
    private final Projects projects;
    private final ProjectNames names;
    private final Resolver resolver;
    private final Trash trash;
    private final Locks locks;
    private final AuditTrail trail;
    private final Instant now;
    private final IdSource ids;
    private final TokenRevoker tokenEnd;

    public ProjectService(UnitOfWork work) {
        this.work = work;
        this.tx = work.tx();
        this.projects = new Projects(tx);
        this.names = new ProjectNames(work);
        this.resolver = work.resolver();
        this.trash = new Trash(work);
        this.locks = new Locks(work);
        this.trail = work.trail();
        this.now = work.now();
        this.ids = work.ids();
        this.tokenEnd = new TokenRevoker(work);
    }

    /** Whether the project exists outside the trash and is visible to the acting identity. */
    public boolean exists(ProjectReference reference) {
        return resolver.isProject(reference);
    }

    /**
     * Creates a project with both environments in the current organization.
     *
     * @param ifNotExists whether to succeed if a project with the slug exists
     * @throws Failure CONFLICT if the name or slug is taken in the organization; RULE if its first day is in the future or
     *     in a closed month
     */
    public Change<Project> create(NewProject draft, boolean ifNotExists) {
        return create(null, draft, ifNotExists);
    }

    /**
     * Creates a project in a given organization.
     *
     * @param reference null for the current organization
     */
    public Change<Project> create(OrganizationReference reference, NewProject draft, boolean ifNotExists) {
        Organization organization = resolver.organizationWithin(reference, Action.PROJECT_CREATE);
        Optional<Project> existing = tx.projects().find(organization.id(), slug(draft));
        if (ifNotExists && existing.isPresent()) {
            return Change.none(existing.get());
        }
        return Change.made(insert(organization, draft, Action.PROJECT_CREATE));
    }

    /** Creates a project without checking permissions. */
    Project insert(Organization organization, NewProject draft, Action action) {
        Slug slug = slug(draft);
        Project project = new Project(
                ids.next(),
                organization.id(),
                organization.slug(),
                slug,
                draft.name(),
                draft.description(),
                ids.next(),
                ids.next(),
                1,
                now,
                now,
                null);
        names.refuseTaken(project);
        LocalDate since = new FirstDays(tx, now).accepted(draft.since(), organization);
        projects.insert(
                project,
                since == null ? now : since.atStartOfDay(ZoneOffset.UTC).toInstant());
        trail.record(
                action,
                Target.of(project),
                fields(null, project).add("since", null, since).changes());
        return project;
    }

    private static Slug slug(NewProject draft) {
        return draft.slug() == null ? Slug.from(draft.name()) : draft.slug();
    }

    /**
     * @param allOrganizations whether to list all organizations instead of the current one
     * @param deleted whether to list the trash instead
     */
    public Listing<Project> list(boolean allOrganizations, Page<ProjectReference> page, boolean deleted) {
        AccessScope scope = resolver.listed(allOrganizations, Action.PROJECT_LIST);
        Project after = page.after() == null
                ? null
                : deleted
                        ? trash.project(page.after(), Action.PROJECT_LIST)
                        : resolver.project(page.after(), Action.PROJECT_LIST);
        return tx.projects().list(scope, new Page<>(page.limit(), after, page.sort()), deleted);
    }

    /**
     * @param reference null for the current project
     */
    public Project show(ProjectReference reference) {
        return resolver.project(reference, Action.PROJECT_SHOW);
    }

    /**
     * Updates a project. Its id and environment IDs never change.
     *
     * @param expectedRevision the expected revision, or null for any
     * @throws Failure CONFLICT if the revision differs, or the name or slug is taken
     */
    public Change<Project> update(ProjectReference reference, ProjectChanges changes, Long expectedRevision) {
        Project before = resolver.project(reference, Action.PROJECT_UPDATE);
        checkRevision(expectedRevision, before);
        return savedUnlessEqual(Action.PROJECT_UPDATE, before, changes.applyTo(before));
    }

    /**
     * Moves a project with all its data to another organization; ids never change. Requires permission in both
     * organizations. Revokes the tokens of the previous organization that are limited to the project.
     *
     * @param breaksReferences whether templates may refer to another organization afterwards
     * @throws Failure CONFLICT if the name or slug is taken there, or the revision differs; REFUSED if one of its
     *     environments is locked, or templates would refer to another organization
     */
    public Change<ProjectMove> move(
            ProjectReference reference, OrganizationReference to, Long expectedRevision, boolean breaksReferences) {
        Project before = resolver.project(reference, Action.PROJECT_MOVE);
        checkRevision(expectedRevision, before);
        Organization target = resolver.organization(to, Action.PROJECT_MOVE);
        Project after = before.movedTo(target);
        if (after.equals(before)) {
            return Change.none(new ProjectMove(before, List.of()));
        }
        locks.refuseAny(before.organizationId(), before.id());
        names.refuseTaken(after);
        if (!breaksReferences) {
            new BrokenReferences(work).refuseMove(before, target);
        }
        List<Token> tokens = endTokens(before);
        Project moved = saved(Action.PROJECT_MOVE, before, after);
        record(Action.PROJECT_MOVE, before, null);
        return Change.made(new ProjectMove(moved, tokens));
    }

    /**
     * Moves a project to the trash, or purges it.
     *
     * @throws Failure REFUSED without the right confirmation
     */
    public Change<Project> delete(ProjectReference reference, Deletion deletion) {
        Optional<Project> target = deletionTarget(reference, deletion);
        if (target.isEmpty()) {
            return Change.none(null);
        }
        Project project = target.get();
        if (!deletion.breaksReferences() && project.deletedAt() == null) {
            new BrokenReferences(work).refuse(project);
        }
        deletion.confirm("project", project.slug());
        if (deletion.purge()) {
            endTokens(project);
            record(Action.PROJECT_DELETE, project, null);
            projects.purge(project);
            return Change.made(project);
        }
        Project trashed = project.trashed(now);
        projects.update(project, trashed);
        record(Action.PROJECT_DELETE, project, trashed);
        return Change.made(trashed);
    }

    /**
     * The project that would be deleted, for the confirmation; empty if it does not exist.
     *
     * @throws Failure REFUSED if one of its environments is locked
     */
    public Optional<Project> deletionTarget(ProjectReference reference, Deletion deletion) {
        Optional<Project> target = deletion.target(
                () -> resolver.project(reference, Action.PROJECT_DELETE),
                () -> trash.project(reference, Action.PROJECT_DELETE));
        target.ifPresent(project -> locks.refuseAny(project.organizationId(), project.id()));
        return target;
    }

    /**
     * Restores a project from the trash.
     *
     * @throws Failure CONFLICT if its name or slug is now taken; RULE if its organization is in the trash
     */
    public Change<Project> restore(ProjectReference reference) {
        Project trashed = trash.project(reference, Action.PROJECT_RESTORE);
        Organization organization =
                tx.organizations().find(trashed.organizationId()).orElseThrow();
        if (organization.deletedAt() != null) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "the organization " + organization.slug() + " of this project is also in the trash",
                    Advice.RESTORE_ORGANIZATION_FIRST.of(organization.id()));
        }
        names.refuseTaken(trashed);
        return Change.made(saved(Action.PROJECT_RESTORE, trashed, trashed));
    }

    /** Revokes the tokens that are limited to a project, before it leaves its organization. */
    private List<Token> endTokens(Project project) {
        List<Token> tokens = tx.tokens().ofProject(project.organizationId(), project.id());
        tokenEnd.of(tokens);
        return tokens;
    }

    private Change<Project> savedUnlessEqual(Action action, Project before, Project after) {
        if (after.equals(before)) {
            return Change.none(before);
        }
        names.refuseTaken(after);
        return Change.made(saved(action, before, after));
    }

    private Project saved(Action action, Project before, Project after) {
        Project revised = after.revised(now);
        projects.update(before, revised);
        record(action, before, revised);
        return revised;
    }

    /**
     * @param before null if it did not exist
     * @param after null if it left its organization
     */
    private void record(Action action, Project before, Project after) {
        trail.record(
                action,
                Target.of(after == null ? before : after),
                fields(before, after).changes());
    }

    private static FieldChange.Collector fields(Project before, Project after) {
        FieldChange.Collector fields = new FieldChange.Collector();
        fields.add("organization", field(before, Project::organization), field(after, Project::organization));
        fields.add("slug", field(before, Project::slug), field(after, Project::slug));
        fields.add("name", field(before, Project::name), field(after, Project::name));
        fields.add("description", field(before, Project::description), field(after, Project::description));
        fields.add("deletedAt", field(before, Project::deletedAt), field(after, Project::deletedAt));
        return fields;
    }

    private static Object field(Project project, Function<Project, Object> field) {
        return project == null ? null : field.apply(project);
    }

    private static void checkRevision(Long expected, Project project) {
        Revisions.check(expected, project.revision(), "the project " + project.slug());
    }
}
