package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.ProjectShape.PROJECT;

import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.Selection;
import io.github.orgctl.cli.verb.GateOptions;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.cli.verb.change.DeleteVerb;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.organization.NewProject;
import io.github.orgctl.core.organization.ProjectChanges;
import io.github.orgctl.core.organization.ProjectClone;
import io.github.orgctl.core.organization.ProjectMove;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class ProjectCommand extends Noun {
    public ProjectCommand() {
        super(
                "project",
                "Manage projects",
                new Create(),
                new ListAll(),
                new Show(),
                new Update(),
                new Move(),
                new CloneVerb(),
                new Delete(),
                new Restore());
    }

    private static final class Create extends ChangeVerb {
        private final Parameter<Name> name = required(ResourceTypes.name(), "Display name (1 to 100 characters)")
                .askedFor("Name of the project");
        private final Parameter<Slug> slug =
                option("--slug", ResourceTypes.slug(), "Slug used in commands (default: derived from the name)");
        private final Parameter<Description> description =
                option("--description", ResourceTypes.description(), "Description (up to 1000 characters)");
        private final Parameter<LocalDate> since =
                option("--since", BillingTypes.day(), "First day that usage can be recorded of (default: now)");
        private final Parameter<Boolean> use = flag("--use", "Select it as the current project");
        private final Parameter<Boolean> ifNotExists =
                flag("--if-not-exists", "Succeed without changes if the project already exists");

        Create() {
            super("create", "Create a project with its sandbox and live environments", PROJECT);
            details("With --since, usage from before the project existed in orgctl can be recorded and is billed,"
                    + " from the first month of the organization that is not closed.");
            example("Create a project in the current organization", "orgctl project create \"Mobile app\"");
            example(
                    "Choose the organization and the slug, and select the project",
                    "orgctl project create \"Mobile app\" --org acme --slug mobile --use");
            example(
                    "Print the ID that client software embeds",
                    "orgctl project create Docs --if-not-exists --jq .sandboxId");
        }

        @Override
        protected Reply execute(Services services) {
            Change<Project> change = services.projects()
                    .create(
                            new NewProject(
                                    name.value(), slug.value(), description.orElse(Description.NONE), since.value()),
                            ifNotExists.isGiven());
            Project project = change.value();
            return Reply.one(PROJECT, project)
                    .noticeIf(!change.made(), "the project " + PROJECT.reference(project) + " already exists")
                    .selecting(use.isGiven() ? Selection.of(project, null, false) : null);
        }
    }

    private static final class ListAll extends ListVerb<ProjectReference> {
        private final Parameter<Boolean> allOrganizations =
                flag("--all-orgs", "List the projects of all organizations");
        private final Parameter<Boolean> deleted = flag("--deleted", "List deleted projects instead");

        ListAll() {
            super("list", "List the projects of an organization by slug", PROJECT, ResourceTypes.project());
            example("List the projects of an organization", "orgctl project list --org acme");
            example(
                    "List the projects of all organizations, one JSON object per line",
                    "orgctl project list --all-orgs -o ndjson");
            example("List the trash", "orgctl project list --deleted");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(
                            PROJECT,
                            services.projects().list(allOrganizations.isGiven(), page(services), deleted.isGiven()))
                    .ifEmpty(emptyNotice(
                            deleted.isGiven()
                                    ? "no projects in the trash"
                                    : "no projects yet: create one with: orgctl project create NAME"));
        }
    }

    private static final class Show extends ReadVerb {
        private final Parameter<ProjectReference> project =
                optional(ResourceTypes.project(), "Project: [ORG/]PROJECT or ID (default: current project)");

        Show() {
            super("show", "Show a project and its environment IDs", PROJECT);
            example("Show the current project", "orgctl project show");
            example("Show a project of another organization", "orgctl project show globex/portal");
            example("Print the ID of its live environment", "orgctl project show website --jq .liveId");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(PROJECT, services.projects().show(project.value()));
        }
    }

    private static final class Update extends ChangeVerb {
        private final Parameter<ProjectReference> project =
                required(ResourceTypes.project(), "Project: [ORG/]PROJECT or ID");
        private final Parameter<Name> name = option("--name", ResourceTypes.name(), "New name");
        private final Parameter<Slug> slug = option("--slug", ResourceTypes.slug(), "New slug");
        private final Parameter<Description> description =
                option("--description", ResourceTypes.description(), "New description; empty to remove");
        private final Parameter<Long> ifRevision =
                option("--if-revision", Types.count(), "Fail unless this is the current revision");

        Update() {
            super("update", "Update a project", PROJECT);
            details("The ID and the environment IDs never change. Omitted options leave their values" + " unchanged.");
            example("Rename a project", "orgctl project update acme/website --name \"Public website\"");
            example("Change its slug", "orgctl project update website --slug public-website");
            example(
                    "Remove the description, unless the project was changed since revision 1",
                    "orgctl project update website --description \"\" --if-revision 1");
        }

        @Override
        protected Reply execute(Services services) {
            ProjectChanges changes = new ProjectChanges(name.value(), slug.value(), description.value());
            Change<Project> change = services.projects().update(project.value(), changes, ifRevision.value());
            return Reply.one(PROJECT, change.value())
                    .renaming(Selection.of(change.value(), null, false))
                    .noticeIf(!change.made(), "nothing to change: the values are already set");
        }
    }

    private static final class Move extends ChangeVerb {
        private final Parameter<ProjectReference> project =
                required(ResourceTypes.project(), "Project: [ORG/]PROJECT or ID");
        private final Parameter<OrganizationReference> to = option(
                        "--to", ResourceTypes.organization(), "Target organization")
                .mandatory();
        private final Parameter<Long> ifRevision =
                option("--if-revision", Types.count(), "Fail unless this is the current revision");
        private final Parameter<Boolean> breakReferences =
                flag(GateOptions.BREAK_REFERENCES, "Allow templates that refer to another organization");

        Move() {
            super("move", "Move a project to another organization", PROJECT);
            details("The project keeps its ID, environment IDs and all data; tokens scoped to it are"
                    + " revoked. Fails if its name or slug is taken in the target organization. Templates that"
                    + " would refer to another organization after the move require --break-references. Requires"
                    + " permission to manage projects and to change live in both organizations.");
            example("Move a project to another organization", "orgctl project move acme/website --to globex");
            example("See what would change", "orgctl project move acme/website --to globex --dry-run");
            example(
                    "Fail if it was changed since revision 1",
                    "orgctl project move website --to globex --if-revision 1");
        }

        @Override
        protected Reply execute(Services services) {
            Change<ProjectMove> change = services.projects()
                    .move(project.value(), to.value(), ifRevision.value(), breakReferences.isGiven());
            ProjectMove moved = change.value();
            return Reply.one(PROJECT, moved.project())
                    .renaming(Selection.of(moved.project(), null, false))
                    .noticeIf(!change.made(), "nothing to move: the project already belongs to this organization")
                    .noticeIf(
                            !moved.tokens().isEmpty(),
                            "revoked tokens scoped to this project: " + names(moved.tokens()));
        }

        private static String names(List<Token> tokens) {
            List<String> names = new ArrayList<>();
            for (Token token : tokens) {
                names.add(token.name().value());
            }
            return String.join(", ", names);
        }
    }

    private static final class CloneVerb extends ChangeVerb {
        private final Parameter<ProjectReference> project =
                required(ResourceTypes.project(), "Project to clone: [ORG/]PROJECT or ID");
        private final Parameter<Name> name =
                required(ResourceTypes.name(), "Display name of the new project (1 to 100 characters)");
        private final Parameter<Slug> slug =
                option("--slug", ResourceTypes.slug(), "Slug used in commands (default: derived from the name)");
        private final Parameter<Boolean> withSecrets = flag("--with-secrets", "Copy secrets as well");

        CloneVerb() {
            super("clone", "Create a project from another, with its schema and values", PROJECT);
            details("Copies the description, the schema and the values of both environments; IDs are new, and"
                    + " histories are not copied. The new project belongs to the same organization unless --org names"
                    + " another. --with-secrets requires permission to reveal the secrets of both environments.");
            example("Clone a project within its organization", "orgctl project clone acme/website \"Website 2\"");
            example(
                    "Clone it into another organization, with its secrets",
                    "orgctl project clone acme/website Shop --org globex --with-secrets");
            example("See what would be created", "orgctl project clone website \"Website 2\" --slug second --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            ProjectClone cloned =
                    services.clones().clone(project.value(), name.value(), slug.value(), withSecrets.isGiven());
            return Reply.one(PROJECT, cloned.project())
                    .noticeIf(!cloned.isComplete(), "secrets were not copied: copy them with: orgctl secret copy");
        }
    }

    private static final class Delete extends DeleteVerb {
        private final Parameter<ProjectReference> project =
                required(ResourceTypes.project(), "Project: [ORG/]PROJECT or ID");

        Delete() {
            super("delete", "Move a project to the trash", PROJECT);
            details("Its environment IDs are not found until it is restored with 'orgctl project restore'.");
            example("Move a project to the trash", "orgctl project delete acme/website --confirm website");
            example("Delete it permanently", "orgctl project delete acme/website --confirm website --purge");
            example("Succeed if it is gone already", "orgctl project delete acme/old-shop --if-exists");
        }

        @Override
        protected Optional<String> warning(Services services, Deletion deletion) {
            return services.projects()
                    .deletionTarget(project.value(), deletion)
                    .map(found -> (deletion.purge() ? "This permanently deletes" : "This moves")
                            + " the project " + found.name() + " (" + PROJECT.reference(found)
                            + ") with its sandbox and live environments"
                            + (deletion.purge() ? "." : " to the trash."));
        }

        @Override
        protected Reply execute(Services services) {
            Deletion deletion = deletion();
            Change<Project> change = services.projects().delete(project.value(), deletion);
            Project gone = change.value();
            return Reply.one(PROJECT, gone)
                    .inspection(deletion.purge() ? "orgctl audit list" : "orgctl project list --deleted")
                    .noticeIf(!change.made(), "nothing to delete: there is no project " + project.value())
                    .afterwards(
                            change.made() && !deletion.purge(),
                            "moved to the trash; restore it with: orgctl project restore "
                                    + (gone == null ? "" : gone.organization() + "/" + gone.slug()))
                    .afterwards(change.made() && deletion.purge(), "deleted permanently");
        }
    }

    private static final class Restore extends ChangeVerb {
        private final Parameter<ProjectReference> project = required(
                ResourceTypes.project().offering(Candidates.DELETED_PROJECT), "Deleted project: [ORG/]PROJECT or ID");

        Restore() {
            super("restore", "Restore a project from the trash", PROJECT);
            example("Restore a project", "orgctl project restore acme/website");
            example("See what would be restored", "orgctl project restore website --dry-run");
            example(
                    "Restore it and print the IDs of its environments",
                    "orgctl project restore website --jq '.sandboxId, .liveId'");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(
                    PROJECT, services.projects().restore(project.value()).value());
        }
    }
}
