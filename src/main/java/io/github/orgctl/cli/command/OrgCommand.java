package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.OrganizationShape.ORGANIZATION;

import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.Selection;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.cli.verb.change.DeleteVerb;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import io.github.orgctl.core.organization.NewOrganization;
import io.github.orgctl.core.organization.OrganizationChanges;
import java.util.Optional;

public final class OrgCommand extends Noun {
    public OrgCommand() {
        super(
                "org",
                "Manage organizations",
                new Create(),
                new ListAll(),
                new Show(),
                new Update(),
                new Delete(),
                new Restore());
    }

    private static final class Create extends ChangeVerb {
        private final Parameter<Name> name = required(ResourceTypes.name(), "Display name (1 to 100 characters)")
                .askedFor("Name of the organization");
        private final Parameter<Slug> slug =
                option("--slug", ResourceTypes.slug(), "Slug used in commands (default: derived from the name)");
        private final Parameter<WebsiteUrl> website = option("--website", ResourceTypes.website(), "Website URL");
        private final Parameter<Description> description =
                option("--description", ResourceTypes.description(), "Description (up to 1000 characters)");
        private final Parameter<LiveWrites> liveWrites = option(
                "--live-writes",
                ResourceTypes.liveWrites(),
                "Minimum role required to change live environments: developer, admin or owner (default:"
                        + " developer)");
        private final Parameter<Boolean> use = flag("--use", "Select it as the current organization");
        private final Parameter<Boolean> ifNotExists =
                flag("--if-not-exists", "Succeed without changes if the organization already exists");

        Create() {
            super("create", "Create an organization", ORGANIZATION);
            example("Create an organization and select it", "orgctl org create \"Acme Inc\" --use");
            example(
                    "Choose the slug and who may change live",
                    "orgctl org create Initech --slug initech-eu --live-writes admin");
            example("Print the ID in a script that may run again", "orgctl org create Initech --if-not-exists -o ids");
        }

        @Override
        protected Reply execute(Services services) {
            Change<Organization> change = services.organizations()
                    .create(
                            new NewOrganization(
                                    name.value(),
                                    slug.value(),
                                    website.orElse(WebsiteUrl.NONE),
                                    description.orElse(Description.NONE),
                                    liveWrites.orElse(LiveWrites.DEFAULT)),
                            ifNotExists.isGiven());
            Organization organization = change.value();
            return Reply.one(ORGANIZATION, organization)
                    .noticeIf(!change.made(), "the organization " + organization.slug() + " already exists")
                    .selecting(use.isGiven() ? Selection.of(organization, null, false) : null);
        }
    }

    private static final class ListAll extends ListVerb<OrganizationReference> {
        private final Parameter<Boolean> deleted = flag("--deleted", "List deleted organizations instead");

        ListAll() {
            super("list", "List organizations by slug", ORGANIZATION, ResourceTypes.organization());
            example("List all organizations", "orgctl org list");
            example("Show the newest ten", "orgctl org list --sort createdAt:desc --limit 10");
            example("List the trash as JSON", "orgctl org list --deleted -o json --fields slug,deletedAt");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(ORGANIZATION, services.organizations().list(page(services), deleted.isGiven()))
                    .ifEmpty(emptyNotice(
                            deleted.isGiven()
                                    ? "no organizations in the trash"
                                    : "no organizations yet: create one with: orgctl org create NAME"));
        }
    }

    private static final class Show extends ReadVerb {
        private final Parameter<OrganizationReference> organization =
                optional(ResourceTypes.organization(), "Organization slug or ID (default: current organization)");

        Show() {
            super("show", "Show an organization", ORGANIZATION);
            example("Show the current organization", "orgctl org show");
            example("Show another organization", "orgctl org show globex");
            example("Print its ID", "orgctl org show acme --jq .id");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(ORGANIZATION, services.organizations().show(organization.value()));
        }
    }

    private static final class Update extends ChangeVerb {
        private final Parameter<OrganizationReference> organization =
                required(ResourceTypes.organization(), "Organization slug or ID");
        private final Parameter<Name> name = option("--name", ResourceTypes.name(), "New name");
        private final Parameter<Slug> slug = option("--slug", ResourceTypes.slug(), "New slug");
        private final Parameter<WebsiteUrl> website =
                option("--website", ResourceTypes.website(), "New website URL; empty to remove");
        private final Parameter<Description> description =
                option("--description", ResourceTypes.description(), "New description; empty to remove");
        private final Parameter<LiveWrites> liveWrites = option(
                "--live-writes",
                ResourceTypes.liveWrites(),
                "New minimum role required to change live environments: developer, admin or owner");
        private final Parameter<Long> ifRevision =
                option("--if-revision", Types.count(), "Fail unless this is the current revision");

        Update() {
            super("update", "Update an organization", ORGANIZATION);
            details("The ID never changes. Omitted options leave their values unchanged.");
            example("Rename an organization", "orgctl org update acme --name \"Acme Corporation\" --slug acme-corp");
            example("Let only owners change live", "orgctl org update acme --live-writes owner");
            example(
                    "Fail if it was changed since revision 1",
                    "orgctl org update acme --website https://acme.example.com --if-revision 1");
        }

        @Override
        protected Reply execute(Services services) {
            OrganizationChanges changes = new OrganizationChanges(
                    name.value(), slug.value(), website.value(), description.value(), liveWrites.value());
            Change<Organization> change =
                    services.organizations().update(organization.value(), changes, ifRevision.value());
            return Reply.one(ORGANIZATION, change.value())
                    .renaming(Selection.of(change.value(), null, false))
                    .noticeIf(!change.made(), "nothing to change: the values are already set");
        }
    }

    private static final class Delete extends DeleteVerb {
        private final Parameter<OrganizationReference> organization =
                required(ResourceTypes.organization(), "Organization slug or ID");

        Delete() {
            super("delete", "Move an organization and its projects to the trash", ORGANIZATION);
            details("'orgctl org restore' restores it with the projects that were deleted along with it.");
            example("Move an organization to the trash", "orgctl org delete acme --confirm acme");
            example("See what would be deleted", "orgctl org delete acme --confirm acme --dry-run");
            example(
                    "Delete it permanently, if it still exists",
                    "orgctl org delete acme --confirm acme --purge --if-exists");
        }

        @Override
        protected Optional<String> warning(Services services, Deletion deletion) {
            return services.organizations()
                    .deletionTarget(organization.value(), deletion)
                    .map(found -> (deletion.purge() ? "This permanently deletes" : "This moves")
                            + " the organization " + found.name() + " (" + found.slug() + ") and its "
                            + Count.of(found.projects(), "project")
                            + (deletion.purge() ? "." : " to the trash."));
        }

        @Override
        protected Reply execute(Services services) {
            Deletion deletion = deletion();
            Change<Organization> change = services.organizations().delete(organization.value(), deletion);
            return Reply.one(ORGANIZATION, change.value())
                    .inspection(deletion.purge() ? "orgctl audit list --all-orgs" : "orgctl org list --deleted")
                    .noticeIf(!change.made(), "nothing to delete: there is no organization " + organization.value())
                    .afterwards(
                            change.made() && !deletion.purge(),
                            "moved to the trash; restore it with: orgctl org restore " + organization.value())
                    .afterwards(change.made() && deletion.purge(), "deleted permanently");
        }
    }

    private static final class Restore extends ChangeVerb {
        private final Parameter<OrganizationReference> organization = required(
                ResourceTypes.organization().offering(Candidates.DELETED_ORGANIZATION),
                "Slug or ID of the deleted organization");

        Restore() {
            super("restore", "Restore an organization from the trash", ORGANIZATION);
            example("Restore an organization", "orgctl org restore acme");
            example("See what can be restored", "orgctl org restore acme --dry-run");
            example("Restore it and print its ID", "orgctl org restore acme -o ids");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(
                    ORGANIZATION,
                    services.organizations().restore(organization.value()).value());
        }
    }
}
