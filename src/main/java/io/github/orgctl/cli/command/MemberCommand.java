package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.MemberShape.MEMBER;
import static io.github.orgctl.cli.shape.RemovalShape.REMOVAL;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Removal;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import java.util.List;

public final class MemberCommand extends Noun {
    public MemberCommand() {
        super(
                "member",
                "Manage the members of an organization",
                new InviteVerb(),
                new ListAll(),
                new Show(),
                new ChangeRole(),
                new Suspend(),
                new Activate(),
                new Remove(),
                new Leave(),
                new TransferOwnership());
    }

    private static Reply reply(Change<Member> change) {
        return Reply.one(MEMBER, change.value())
                .noticeIf(!change.made(), "nothing to change: the member is already in this state");
    }

    private static final class ListAll extends ListVerb<Email> {
        ListAll() {
            super("list", "List the members of an organization by e-mail address", MEMBER, MemberTypes.member());
            details("Includes invited people who have not accepted yet.");
            example("List the members of an organization", "orgctl member list --org acme");
            example("List them by role", "orgctl member list --sort role");
            example("Export addresses and roles", "orgctl member list -o csv --fields email,role,status");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(MEMBER, services.members().list(page(services)))
                    .ifEmpty(emptyNotice("no members yet: invite the first with: orgctl member invite EMAIL"));
        }
    }

    private static final class Show extends ReadVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "E-mail address of the member");

        Show() {
            super("show", "Show a member of an organization", MEMBER);
            example("Show a member", "orgctl member show ann@example.com");
            example("Show a member of another organization", "orgctl member show gus@example.com --org globex");
            example("Print the role", "orgctl member show ann@example.com --jq .role");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(MEMBER, services.members().show(email.value()));
        }
    }

    private static final class ChangeRole extends ChangeVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "E-mail address of the member");
        private final Parameter<Role> role =
                required(MemberTypes.role(), "New role: viewer, developer, admin or owner");

        ChangeRole() {
            super("role", "Change a member's role", MEMBER);
            details("You can't assign a role above your own, or change a member who has one.");
            example("Make a member an admin", "orgctl member role ben@example.com admin");
            example("Limit a member to reading", "orgctl member role ben@example.com viewer --org acme");
            example("See whether the change is allowed", "orgctl member role ben@example.com owner --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.members().changeRole(email.value(), role.value()));
        }
    }

    private static final class Suspend extends ChangeVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "E-mail address of the member");

        Suspend() {
            super("suspend", "Suspend a member's access", MEMBER);
            details("Their tokens stop working until they are reactivated with 'orgctl member activate'.");
            example("Suspend a member", "orgctl member suspend ben@example.com");
            example("Suspend a member of another organization", "orgctl member suspend gus@example.com --org globex");
            example("See what would change", "orgctl member suspend ben@example.com --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.members().suspend(email.value()));
        }
    }

    private static final class Activate extends ChangeVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "E-mail address of the member");

        Activate() {
            super("activate", "Reactivate a suspended member", MEMBER);
            example("Reactivate a suspended member", "orgctl member activate ben@example.com");
            example(
                    "Reactivate a member of another organization",
                    "orgctl member activate gus@example.com --org globex");
            example("See what would change", "orgctl member activate ben@example.com --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.members().activate(email.value()));
        }
    }

    private static final class Remove extends ChangeVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "E-mail address of the member");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is no such member");

        Remove() {
            super("remove", "Remove a member from an organization", REMOVAL);
            details("Shows what they lose: access to all projects, and the tokens they created, which are"
                    + " revoked. A pending invitation is revoked, too.");
            example("Remove a member", "orgctl member remove ben@example.com --org acme");
            example("Succeed if they are gone already", "orgctl member remove ben@example.com --if-exists");
            example("See what would be removed", "orgctl member remove ben@example.com --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Change<Removal> change = services.members().remove(email.value(), ifExists.isGiven());
            return change.made()
                    ? Reply.one(REMOVAL, change.value()).inspection("orgctl member list")
                    : Reply.nothing().notice("nothing to remove: there is no member " + email.value());
        }
    }

    private static final class Leave extends ChangeVerb {
        Leave() {
            super("leave", "Leave an organization", REMOVAL);
            details("Revokes the tokens you created. The last owner can't leave.");
            example("Leave an organization", "orgctl member leave --org acme --as ben@example.com");
            example("Leave the current organization", "orgctl member leave --as ben@example.com");
            example("See what leaving would change", "orgctl member leave --as ben@example.com --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(REMOVAL, services.members().leave()).inspection("orgctl org list");
        }
    }

    private static final class TransferOwnership extends ChangeVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "E-mail address of the new owner");
        private final Parameter<Email> from =
                option("--from", MemberTypes.member(), "Owner who becomes an admin (default: the acting member)");

        TransferOwnership() {
            super("transfer-ownership", "Transfer ownership to another member", MEMBER);
            details("To add an owner, use 'orgctl member role EMAIL owner'.");
            example(
                    "Make another member the owner",
                    "orgctl member transfer-ownership ben@example.com --as ann@example.com");
            example(
                    "Name the owner who becomes an admin",
                    "orgctl member transfer-ownership ben@example.com --from ann@example.com");
            example(
                    "See what would change",
                    "orgctl member transfer-ownership ben@example.com --as ann@example.com --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Change<List<Member>> change = services.members().transferOwnership(email.value(), from.value());
            return Reply.many(MEMBER, Rows.of(change.value()))
                    .noticeIf(!change.made(), "nothing to change: the member is already in this state");
        }
    }
}
