package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.Optional;

/**
 * Resolves references to resources; the only place that does. Omitted parts come from the context. Each method takes
 * the intended action, so that nothing can be resolved without the right to perform it.
 *
 * <p>Every method throws {@link Failure}: NOT_FOUND, with similar names, if the resource does not exist or is not
 * visible to the acting identity; FORBIDDEN if the action is not allowed; USAGE if nothing was selected or two
 * references contradict each other.
 */
public final class Resolver {
    private final Tx tx;
    private final Context context;
    private final Access access;

    public Resolver(Tx tx, Context context, Access access) {
        this.tx = tx;
        this.context = context;
        this.access = access;
    }

    /** Returns a resolver whose references may name other organizations than the command does. */
    public Resolver across() {
        return new Resolver(tx, context.acrossOrganizations(), access);
    }

    /** The context of the command. */
    public Context context() {
        return context;
    }

    /**
     * @param reference null for the current organization
     */
    public Organization organization(OrganizationReference reference, Action action) {
        Organization organization = seenOrganization(reference);
        access.require(action, Target.of(organization));
        return organization;
    }

    /**
     * Resolves an organization for a command that may be restricted to one by an option.
     *
     * @throws Failure USAGE if the reference names another organization
     */
    public Organization organizationWithin(OrganizationReference reference, Action action) {
        Organization organization = organization(reference, action);
        if (reference != null) {
            refuseOtherThanGiven(organization.id(), reference.toString());
        }
        return organization;
    }

    /** Resolves a visible organization without checking an action; the caller checks its own right. */
    Organization seenOrganization(OrganizationReference reference) {
        OrganizationReference wanted = reference == null ? context.organization() : reference;
        if (wanted == null) {
            throw Failure.usage("no organization selected", Advice.CHOOSE_ORGANIZATION.of());
        }
        Optional<Organization> found = usedOrganization(wanted);
        if (found.isEmpty()) {
            throw reference == null && context.organizationSource() != null
                    ? chosenOneIsGone(wanted)
                    : new NotFound(tx, access).organization(wanted);
        }
        return found.get();
    }

    /** Finds a visible organization that is not in the trash. */
    private Optional<Organization> usedOrganization(OrganizationReference reference) {
        Optional<Organization> found = reference instanceof OrganizationReference.ById byId
                ? tx.organizations().find(byId.id())
                : tx.organizations().find(((OrganizationReference.BySlug) reference).slug());
        boolean isUsed = found.isPresent()
                && access.sees(found.get().id())
                && found.get().deletedAt() == null;
        return isUsed ? found : Optional.empty();
    }

    /**
     * The scope of a list: the current organization, or all visible ones.
     *
     * @param all whether all organizations were requested
     */
    public AccessScope listed(boolean all, Action action) {
        if (all && context.organizationIsGiven()) {
            throw Failure.usage(
                    "one organization and all organizations can't be selected together",
                    Advice.LEAVE_OUT_ONE_OR_ALL.of());
        }
        access.requireName(action);
        AccessScope scope = access.scope();
        return all ? scope : scope.within(organization(null, action).id());
    }

    /** All visible organizations, or only the one that the command names. */
    public AccessScope asked(Action action) {
        access.requireName(action);
        AccessScope scope = access.scope();
        return context.organizationIsGiven()
                ? scope.within(organization(null, action).id())
                : scope;
    }

    /** Finds a member of an organization that was resolved for the same action. */
    public Member member(Organization organization, Email email) {
        return tx.members().find(organization.id(), email).orElseThrow(() -> new NotFound(tx, access)
                .member(organization, email));
    }

    /**
     * @param reference null for the current project
     */
    public Project project(ProjectReference reference, Action action) {
        Project project = project(reference);
        access.require(action, Target.of(project));
        return project;
    }

    private Project project(ProjectReference reference) {
        ProjectReference wanted = reference == null ? context.project() : reference;
        if (wanted == null) {
            throw Failure.usage("no project selected", Advice.CHOOSE_PROJECT.of());
        }
        if (wanted instanceof ProjectReference.ById byId) {
            Project project = usedProject(byId.id())
                    .orElseThrow(() -> new Failure(
                            Failure.Kind.NOT_FOUND, "no project has the ID " + byId, Advice.LIST_ALL_PROJECTS.of()));
            refuseOtherThanGiven(project.organizationId(), wanted.toString());
            return project;
        }
        ProjectReference.BySlug bySlug = (ProjectReference.BySlug) wanted;
        Organization organization = seenOrganization(bySlug.organization());
        refuseOtherThanGiven(organization.id(), wanted.toString());
        return tx.projects()
                .find(organization.id(), bySlug.slug())
                .filter(access::sees)
                .orElseThrow(() -> new NotFound(tx, access).project(organization, bySlug.slug()));
    }

    /** Finds a visible project by id that is not in the trash. */
    private Optional<Project> usedProject(Id id) {
        return tx.projects()
                .find(id)
                .filter(project -> project.deletedAt() == null)
                .filter(access::sees);
    }

    /**
     * Resolves the project of an environment. If the command expects an environment, it must belong to the project.
     *
     * @param reference either environment, or a project without a mode
     * @throws Failure REFUSED if another environment is expected
     */
    public Project projectOf(EnvironmentReference reference, Action action) {
        Project project = project(
                reference instanceof EnvironmentReference.ById byId
                        ? new ProjectReference.ById(projectIdOf(byId.id()))
                        : ((EnvironmentReference.OfProject) reference).project(),
                action);
        Id expected = context.expectedEnvironment();
        if (expected != null && !expected.equals(project.sandboxId()) && !expected.equals(project.liveId())) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "the expected " + expected + " is not an environment of " + project.organization() + "/"
                            + project.slug());
        }
        return project;
    }

    private Id projectIdOf(Id id) {
        Id projectId = seenEnvironment(id).map(Environment::projectId).orElse(id);
        if (!isProject(projectId)) {
            throw noEnvironment(id);
        }
        return projectId;
    }

    /** Whether the reference names a project without a mode. */
    public boolean isWholeProject(EnvironmentReference reference) {
        return reference.mode() == null
                && (reference instanceof EnvironmentReference.OfProject
                        || isProject(((EnvironmentReference.ById) reference).id()));
    }

    /**
     * Whether the reference resolves to a project that is not in the trash; a bare slug is looked up in the current
     * organization.
     */
    public boolean isProject(ProjectReference reference) {
        if (reference instanceof ProjectReference.ById byId) {
            return isProject(byId.id());
        }
        ProjectReference.BySlug bySlug = (ProjectReference.BySlug) reference;
        OrganizationReference within = bySlug.organization() == null ? context.organization() : bySlug.organization();
        return within != null
                && usedOrganization(within)
                        .flatMap(organization -> tx.projects().find(organization.id(), bySlug.slug()))
                        .filter(access::sees)
                        .isPresent();
    }

    /** Whether the reference resolves to an organization that is not in the trash. */
    public boolean isOrganization(OrganizationReference reference) {
        return usedOrganization(reference).isPresent();
    }

    /** Whether the id belongs to a project that is not in the trash. */
    public boolean isProject(Id id) {
        return usedProject(id).isPresent();
    }

    /**
     * Resolves an environment.
     *
     * @throws Failure REFUSED if the command expects another one
     */
    public Environment environment(EnvironmentReference reference, Action action) {
        Environment environment = environment(reference);
        access.require(action, Target.of(environment));
        return environment;
    }

    private Environment environment(EnvironmentReference reference) {
        Environment environment = reference instanceof EnvironmentReference.ById byId
                ? environmentOrItsProject(byId)
                : environment(project(((EnvironmentReference.OfProject) reference).project()), reference.mode());
        refuseUnexpected(environment.id(), environment.reference());
        return environment;
    }

    public void refuseUnexpected(Id environment, String name) {
        Id expected = context.expectedEnvironment();
        if (expected != null && !expected.value().equals(environment.value())) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "the environment is " + environment + " (" + name + "), not the expected " + expected);
        }
    }

    /**
     * Resolves an environment for a change. The command itself must name live, by mode or environment ID.
     *
     * @throws Failure REFUSED if the environment is live only because of the context, or the command expects another
     *     one
     */
    public Environment writableEnvironment(EnvironmentReference reference, Action action) {
        Environment environment = environment(reference, action);
        boolean named = reference.mode() == Mode.LIVE
                || reference instanceof EnvironmentReference.ById byId
                        && byId.id().equals(environment.id());
        if (environment.mode() == Mode.LIVE && !named) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "refusing to change " + environment.reference() + ": name live in the command",
                    Advice.NAME_LIVE.of());
        }
        return environment;
    }

    private Optional<Environment> seenEnvironment(Id id) {
        return tx.environments()
                .find(id)
                .filter(environment ->
                        access.sees(environment.organizationId()) && access.seesProject(environment.projectId()));
    }

    private static Failure noEnvironment(Id id) {
        return new Failure(
                Failure.Kind.NOT_FOUND,
                "no environment or project has the ID " + id,
                Advice.LIST_ALL_ENVIRONMENTS.of());
    }

    private Environment environmentOrItsProject(EnvironmentReference.ById reference) {
        Optional<Environment> found = seenEnvironment(reference.id());
        if (found.isEmpty()) {
            Project project = usedProject(reference.id()).orElseThrow(() -> noEnvironment(reference.id()));
            refuseOtherThanGiven(project.organizationId(), reference.id().value());
            return environment(project, reference.mode());
        }
        Environment environment = found.get();
        refuseOtherMode(reference, environment.mode());
        refuseOtherThanGiven(environment.organizationId(), reference.id().value());
        return environment;
    }

    public void refuseOtherMode(EnvironmentReference.ById reference, Mode mode) {
        if (reference.mode() != null && reference.mode() != mode) {
            throw Failure.usage(
                    "the environment " + reference.id() + " is " + mode + ", not " + reference.mode(),
                    "leave out the mode: an environment ID determines it");
        }
    }

    private Environment environment(Project project, Mode mode) {
        Mode wanted = mode == null ? context.mode() : mode;
        if (wanted == null) {
            throw Failure.usage("no mode selected", Advice.CHOOSE_MODE.of());
        }
        return tx.environments()
                .find(project.id(), wanted)
                .orElseThrow(() -> new Failure(
                        Failure.Kind.DAMAGED,
                        "the project " + project.id() + " has no " + wanted + " environment",
                        Advice.CHECK_STORE.of()));
    }

    public void refuseOtherThanGiven(Id organizationId, String spelling) {
        if (!context.organizationIsGiven()) {
            return;
        }
        Organization given = seenOrganization(context.organization());
        if (!given.id().value().equals(organizationId.value())) {
            throw Failure.usage(
                    "'" + spelling + "' is not in the given organization " + given.slug(),
                    Advice.LEAVE_OUT_ORGANIZATION.of(given.slug()));
        }
    }

    private Failure chosenOneIsGone(OrganizationReference reference) {
        return new Failure(
                Failure.Kind.NOT_FOUND,
                "organization '" + reference + "', selected by " + context.organizationSource() + ", not found",
                Advice.CHOOSE_OTHER_ORGANIZATION.of());
    }
}
