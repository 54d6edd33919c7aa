package io.github.orgctl.core;

import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.Organization;
import io.github.orgctl.core.model.OrganizationReference;
import io.github.orgctl.core.model.Project;
import io.github.orgctl.core.model.ProjectReference;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns what a user names into what it is: the one place for it. What the user leaves out comes from the context.
 *
 * <p>Every method throws {@link Failure} NOT_FOUND with the nearest names for what does not exist, and USAGE where
 * nothing was chosen or two spellings contradict each other.
 */
public final class Resolver {
    private final Tx tx;
    private final Context context;

    public Resolver(Tx tx, Context context) {
        this.tx = tx;
        this.context = context;
    }

    /**
     * @param reference null for the current organization
     */
    public Organization organization(OrganizationReference reference) {
        OrganizationReference wanted = reference == null ? context.organization() : reference;
        if (wanted == null) {
            throw Failure.usage(
                    "no organization chosen",
                    "name one with --org, set ORGCTL_ORG, or choose one with: orgctl use ORG");
        }
        Optional<Organization> found = wanted instanceof OrganizationReference.ById byId
                ? tx.organizations().find(byId.id())
                : tx.organizations().find(((OrganizationReference.BySlug) wanted).slug());
        if (found.isEmpty() || found.get().deletedAt() != null) {
            throw reference == null && context.organizationSource() != null
                    ? chosenOneIsGone(wanted)
                    : new NotFound(tx).organization(wanted);
        }
        return found.get();
    }

    /**
     * The organization whose projects a list is to show.
     *
     * @param all whether those of all organizations are asked for
     * @return null for all
     */
    Id listed(boolean all) {
        if (all && context.organizationIsGiven()) {
            throw Failure.usage("--org names one organization and --all-orgs all of them", "leave out one of the two");
        }
        return all ? null : organization(null).id();
    }

    /** An organization in the trash. */
    public Organization deletedOrganization(OrganizationReference reference) {
        List<Organization> found = new ArrayList<>();
        if (reference instanceof OrganizationReference.ById byId) {
            tx.organizations().find(byId.id()).ifPresent(found::add);
            found.removeIf(organization -> organization.deletedAt() == null);
        } else {
            found.addAll(tx.organizations().findDeleted(((OrganizationReference.BySlug) reference).slug()));
        }
        List<Id> ids = found.stream().map(Organization::id).toList();
        return found.get(onlyOne(ids, "organization", reference.toString(), "orgctl org list --deleted"));
    }

    /**
     * @param reference null for the current project
     */
    public Project project(ProjectReference reference) {
        ProjectReference wanted = reference == null ? context.project() : reference;
        if (wanted == null) {
            throw Failure.usage(
                    "no project chosen", "name one, set ORGCTL_PROJECT, or choose one with: orgctl use ORG/PROJECT");
        }
        if (wanted instanceof ProjectReference.ById byId) {
            Project project = tx.projects()
                    .find(byId.id())
                    .filter(found -> found.deletedAt() == null)
                    .orElseThrow(() -> new Failure(
                            Failure.Kind.NOT_FOUND,
                            "no project has the id " + byId,
                            "list them with: orgctl project list --all-orgs"));
            refuseOtherThanGiven(project.organizationId(), wanted.toString());
            return project;
        }
        ProjectReference.BySlug bySlug = (ProjectReference.BySlug) wanted;
        Organization organization = organization(bySlug.organization());
        refuseOtherThanGiven(organization.id(), wanted.toString());
        return tx.projects().find(organization.id(), bySlug.slug()).orElseThrow(() -> new NotFound(tx)
                .project(organization, bySlug.slug()));
    }

    /**
     * The project that an environment is one of.
     *
     * @param reference of either environment, or of the project alone, without a mode
     */
    public Project projectOf(EnvironmentReference reference) {
        if (reference instanceof EnvironmentReference.OfProject ofProject) {
            return project(ofProject.project());
        }
        Id id = ((EnvironmentReference.ById) reference).id();
        return tx.environments()
                .find(id)
                .map(environment -> project(new ProjectReference.ById(environment.projectId())))
                .orElseGet(() -> project(new ProjectReference.ById(id)));
    }

    /** Whether the id is that of a project that is not in the trash. */
    public boolean isProject(Id id) {
        return tx.projects()
                .find(id)
                .filter(project -> project.deletedAt() == null)
                .isPresent();
    }

    /** A project in the trash. */
    public Project deletedProject(ProjectReference reference) {
        List<Project> found = new ArrayList<>();
        if (reference instanceof ProjectReference.ById byId) {
            tx.projects().find(byId.id()).ifPresent(found::add);
            found.removeIf(project -> project.deletedAt() == null);
        } else {
            ProjectReference.BySlug bySlug = (ProjectReference.BySlug) reference;
            Organization organization = organization(bySlug.organization());
            refuseOtherThanGiven(organization.id(), reference.toString());
            found.addAll(tx.projects().findDeleted(organization.id(), bySlug.slug()));
        }
        List<Id> ids = found.stream().map(Project::id).toList();
        return found.get(onlyOne(ids, "project", reference.toString(), "orgctl project list --deleted"));
    }

    /**
     * The environment a reference names, which is the expected one where one is expected.
     *
     * @throws Failure REFUSED when it is not the expected one
     */
    public Environment environment(EnvironmentReference reference) {
        Environment environment = reference instanceof EnvironmentReference.ById byId
                ? environmentOrItsProject(byId)
                : environment(project(((EnvironmentReference.OfProject) reference).project()), reference.mode());
        Id expected = context.expectedEnvironment();
        if (expected != null && !expected.value().equals(environment.id().value())) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "this is the environment " + environment.id() + " (" + environment.organization() + "/"
                            + environment.project() + ":" + environment.mode() + "), not the expected " + expected);
        }
        return environment;
    }

    /**
     * The environment that a change is for. Live has to be named by the command itself: by its mode, or by its own ID.
     *
     * @throws Failure REFUSED when it is live and only the context says so, or not the expected one
     */
    public Environment writableEnvironment(EnvironmentReference reference) {
        Environment environment = environment(reference);
        boolean named = reference.mode() == Mode.LIVE
                || reference instanceof EnvironmentReference.ById byId
                        && byId.id().equals(environment.id());
        if (environment.mode() == Mode.LIVE && !named) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "this would change " + environment.reference() + ", but the command does not name live itself",
                    "say so with: --mode live");
        }
        return environment;
    }

    private Environment environmentOrItsProject(EnvironmentReference.ById reference) {
        Optional<Environment> found = tx.environments().find(reference.id());
        if (found.isEmpty()) {
            Project project = tx.projects()
                    .find(reference.id())
                    .filter(candidate -> candidate.deletedAt() == null)
                    .orElseThrow(() -> new Failure(
                            Failure.Kind.NOT_FOUND,
                            "no environment and no project has the id " + reference.id(),
                            "list them with: orgctl env list --all-orgs"));
            refuseOtherThanGiven(project.organizationId(), reference.id().value());
            return environment(project, reference.mode());
        }
        Environment environment = found.get();
        if (reference.mode() != null && reference.mode() != environment.mode()) {
            throw Failure.usage(
                    "the environment " + reference.id() + " is the " + environment.mode() + " one, not "
                            + reference.mode(),
                    "leave out the mode: the environment ID says it already");
        }
        refuseOtherThanGiven(environment.organizationId(), reference.id().value());
        return environment;
    }

    private Environment environment(Project project, Mode mode) {
        Mode wanted = mode == null ? context.mode() : mode;
        if (wanted == null) {
            throw Failure.usage("no mode chosen", "say which environment: --mode sandbox or --mode live");
        }
        return tx.environments()
                .find(project.id(), wanted)
                .orElseThrow(() -> new Failure(
                        Failure.Kind.DAMAGED,
                        "the project " + project.id() + " has no " + wanted + " environment",
                        "look closer with: orgctl store check"));
    }

    private void refuseOtherThanGiven(Id organizationId, String spelling) {
        if (!context.organizationIsGiven()) {
            return;
        }
        Organization given = organization(context.organization());
        if (!given.id().value().equals(organizationId.value())) {
            throw Failure.usage(
                    "'" + spelling + "' is not in the organization " + given.slug() + " that --org names",
                    "leave out --org, or name a project of " + given.slug());
        }
    }

    private Failure chosenOneIsGone(OrganizationReference reference) {
        return new Failure(
                Failure.Kind.NOT_FOUND,
                "no organization '" + reference + "', which " + context.organizationSource() + " chooses",
                "name another with --org, or choose one with: orgctl use ORG");
    }

    private static int onlyOne(List<Id> ids, String noun, String word, String listCommand) {
        if (ids.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "no " + noun + " '" + word + "' in the trash",
                    "list them with: " + listCommand);
        }
        if (ids.size() > 1) {
            List<String> texts = ids.stream().map(Id::value).toList();
            throw Failure.usage(
                    "'" + word + "' names " + ids.size() + " things in the trash",
                    "name one by id, the last deleted first: " + String.join(", ", texts));
        }
        return 0;
    }
}
