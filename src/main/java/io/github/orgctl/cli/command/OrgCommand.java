package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.OrganizationShape.ORGANIZATION;

import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.settings.Selection;
import io.github.orgctl.cli.verb.ChangeVerb;
import io.github.orgctl.cli.verb.DeleteVerb;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
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
                "Organizations, which group projects and are billed on their own",
                new Create(),
                new ListAll(),
                new Show(),
                new Update(),
                new Delete(),
                new Restore());
    }

    private static final class Create extends ChangeVerb {
        private final Parameter<Name> name =
                required(ResourceTypes.name(), "What people call it: 1 to 100 characters.");
        private final Parameter<Slug> slug =
                option("--slug", ResourceTypes.slug(), "What commands call it; derived from the name if left out.");
        private final Parameter<WebsiteUrl> website =
                option("--website", ResourceTypes.website(), "The address of its website.");
        private final Parameter<Description> description =
                option("--description", ResourceTypes.description(), "What it is: up to 1000 characters.");
        private final Parameter<LiveWrites> liveWrites = option(
                "--live-writes",
                ResourceTypes.liveWrites(),
                "The lowest role that may change live: developer (the default), admin or owner.");
        private final Parameter<Boolean> use = flag("--use", "Make it the current organization.");
        private final Parameter<Boolean> ifNotExists =
                flag("--if-not-exists", "Succeed, and change nothing, if an organization has this slug already.");

        Create() {
            super("create", "Create an organization", ORGANIZATION);
            example("orgctl org create \"Acme Inc\" --use");
            example("orgctl org create Globex --slug globex-eu --live-writes admin --if-not-exists -o json");
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
                    .noticeIf(!change.made(), "the organization " + organization.slug() + " exists already")
                    .selecting(use.isGiven() ? new Selection(organization.slug().value(), null, null, false) : null);
        }
    }

    private static final class ListAll extends ListVerb<OrganizationReference> {
        private final Parameter<Boolean> deleted = flag("--deleted", "List those in the trash instead.");

        ListAll() {
            super("list", "List organizations by slug", ORGANIZATION, ResourceTypes.organization());
            example("orgctl org list");
            example("orgctl org list -o json --fields slug,projects");
            example("orgctl org list --sort createdAt:desc --limit 10");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(ORGANIZATION, services.organizations().list(page(services), deleted.isGiven()))
                    .ifEmpty(emptyNotice(
                            deleted.isGiven()
                                    ? "no organization is in the trash"
                                    : "no organizations yet: create one with: orgctl org create NAME"));
        }
    }

    private static final class Show extends ReadVerb {
        private final Parameter<OrganizationReference> organization =
                optional(ResourceTypes.organization(), "Which one, by slug or id; the current one if left out.");

        Show() {
            super("show", "Show an organization", ORGANIZATION);
            example("orgctl org show");
            example("orgctl org show acme -o json --jq .id");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(ORGANIZATION, services.organizations().show(organization.value()));
        }
    }

    private static final class Update extends ChangeVerb {
        private final Parameter<OrganizationReference> organization =
                required(ResourceTypes.organization(), "Which one, by slug or id.");
        private final Parameter<Name> name = option("--name", ResourceTypes.name(), "A new name.");
        private final Parameter<Slug> slug = option("--slug", ResourceTypes.slug(), "A new slug.");
        private final Parameter<WebsiteUrl> website =
                option("--website", ResourceTypes.website(), "A new website address; empty to remove it.");
        private final Parameter<Description> description =
                option("--description", ResourceTypes.description(), "A new description; empty to remove it.");
        private final Parameter<LiveWrites> liveWrites =
                option("--live-writes", ResourceTypes.liveWrites(), "The lowest role that may change live.");
        private final Parameter<Long> ifRevision =
                option("--if-revision", Types.count(), "Only if it still has this revision.");

        Update() {
            super("update", "Rename an organization or change its other details", ORGANIZATION);
            details("Its id never changes. Options that are left out leave their values as they are.");
            example("orgctl org update acme --name \"Acme Corporation\" --slug acme-corp");
            example("orgctl org update acme --live-writes owner --if-revision 3");
        }

        @Override
        protected Reply execute(Services services) {
            OrganizationChanges changes = new OrganizationChanges(
                    name.value(), slug.value(), website.value(), description.value(), liveWrites.value());
            Change<Organization> change =
                    services.organizations().update(organization.value(), changes, ifRevision.value());
            return Reply.one(ORGANIZATION, change.value())
                    .noticeIf(!change.made(), "nothing to change: it has these values already");
        }
    }

    private static final class Delete extends DeleteVerb {
        private final Parameter<OrganizationReference> organization =
                required(ResourceTypes.organization(), "Which one, by slug or id.");

        Delete() {
            super("delete", "Move an organization with its projects to the trash", ORGANIZATION);
            details("'orgctl org restore' brings it back, with exactly the projects that went with it.");
            example("orgctl org delete acme --confirm acme");
            example("orgctl org delete acme --confirm acme --purge --if-exists");
        }

        @Override
        protected Optional<String> warning(Services services, Deletion deletion) {
            return services.organizations()
                    .deletionTarget(organization.value(), deletion)
                    .map(found -> (deletion.purge() ? "This deletes for good" : "This moves to the trash")
                            + " the organization " + found.name() + " (" + found.slug() + ") with its "
                            + found.projects() + " projects.");
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
                            "moved to the trash: bring it back with: orgctl org restore " + organization.value())
                    .afterwards(change.made() && deletion.purge(), "deleted for good");
        }
    }

    private static final class Restore extends ChangeVerb {
        private final Parameter<OrganizationReference> organization = required(
                ResourceTypes.organization().offering(Candidates.DELETED_ORGANIZATION),
                "Which one in the trash, by slug or id.");

        Restore() {
            super("restore", "Bring an organization back from the trash", ORGANIZATION);
            example("orgctl org restore acme");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(
                    ORGANIZATION,
                    services.organizations().restore(organization.value()).value());
        }
    }
}
