package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.ImportShape.IMPORT;
import static io.github.orgctl.cli.shape.IssuedInvitationShape.ISSUED_INVITATION;
import static io.github.orgctl.cli.shape.MemberShape.MEMBER;
import static io.github.orgctl.cli.shape.OrganizationShape.ORGANIZATION;
import static io.github.orgctl.cli.shape.ProjectShape.PROJECT;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.access.IssuedInvitation;
import io.github.orgctl.core.importing.ImportService;
import io.github.orgctl.core.importing.ImportSummary;
import io.github.orgctl.core.importing.MemberImport;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Until;
import java.util.List;

public final class ImportCommand extends Noun {
    public ImportCommand() {
        super(
                "import",
                "Import organizations, projects or members",
                new Organizations(),
                new Projects(),
                new Members());
    }

    private static Reply reply(ImportSummary summary, String what) {
        return Reply.one(IMPORT, summary)
                .made((summary.created() + summary.updated()) + " " + what)
                .inspection("orgctl audit list --since 10m");
    }

    private static final class Organizations extends RowVerb {
        Organizations() {
            super(
                    "organizations",
                    "Import organizations from CSV or NDJSON",
                    IMPORT,
                    ImportService.ORGANIZATION_FIELDS,
                    ORGANIZATION);
            describe("An organization exists if its slug does.");
            example("See what a file would create", "orgctl import organizations -f organizations.csv --dry-run");
            example(
                    "Map columns with other names, and ignore one",
                    "orgctl import organizations -f accounts.csv --map title=name --map notes=");
            example(
                    "Update organizations that exist already",
                    "orgctl import organizations -f organizations.csv --update-existing");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.imports().organizations(rows(), existing()), "organizations");
        }
    }

    private static final class Projects extends RowVerb {
        Projects() {
            super("projects", "Import projects from CSV or NDJSON", IMPORT, ImportService.PROJECT_FIELDS, PROJECT);
            describe("A project exists if its slug does in its organization. Rows without an organization are for the"
                    + " current one.");
            example(
                    "Create the projects of a file in an organization",
                    "orgctl import projects -f projects.csv --org acme");
            example(
                    "See what an NDJSON file would change",
                    "orgctl import projects -f projects.ndjson --update-existing --dry-run");
            example("Skip projects that exist already", "orgctl import projects -f projects.csv --skip-existing");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.imports().projects(rows(), existing()), "projects");
        }
    }

    private static final class Members extends RowVerb {
        private final Parameter<Role> role =
                option("--role", MemberTypes.role(), "Role for rows without one (default: developer)");
        private final Parameter<Until> expires =
                option("--expires", Types.until(), "Expiry of the invitations, for example 48h (default: 7d)");

        Members() {
            super(
                    "members",
                    "Invite members from CSV or NDJSON",
                    ISSUED_INVITATION,
                    ImportService.MEMBER_FIELDS,
                    MEMBER);
            describe("New members are invited: the output is one invitation token per address, shown only once. Rows"
                    + " without an organization are for the current one.");
            example(
                    "Invite everyone in a file, and save the tokens",
                    "orgctl import members -f team.csv --org acme --role viewer -o csv > tokens.csv");
            example("Change the roles of members as well", "orgctl import members -f team.ndjson --update-existing");
            example("See who would be invited", "orgctl import members -f team.csv --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            MemberImport done = services.imports()
                    .members(rows(), existing(), role.orElse(Role.DEVELOPER), expires.orElse(InviteVerb.WEEK));
            ImportSummary summary = done.summary();
            List<IssuedInvitation> shown = isDryRun()
                    ? done.invitations().stream()
                            .map(IssuedInvitation::withoutCredential)
                            .toList()
                    : done.invitations();
            return Reply.many(ISSUED_INVITATION, Rows.of(shown))
                    .notice("rows: " + summary.rows() + ", invited: " + summary.created() + ", updated: "
                            + summary.updated() + ", unchanged: " + summary.unchanged() + ", skipped: "
                            + summary.skipped())
                    .afterwards(!shown.isEmpty(), "tokens are shown only once; use them with: orgctl invite accept")
                    .made(Count.of(summary.created() + summary.updated(), "member"))
                    .inspection("orgctl audit list --since 10m");
        }
    }
}
