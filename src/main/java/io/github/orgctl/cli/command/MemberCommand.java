package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.MemberShape.MEMBER;
import static io.github.orgctl.cli.shape.RemovalShape.REMOVAL;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.verb.ChangeVerb;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
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
                "Members of an organization, who have access to all its projects",
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
        return Reply.one(MEMBER, change.value()).noticeIf(!change.made(), "nothing to change: it is so already");
    }

    private static final class ListAll extends ListVerb<Email> {
        ListAll() {
            super("list", "List the members of an organization by address", MEMBER, MemberTypes.member());
            details("Those who are invited and have not accepted yet are among them.");
            example("orgctl member list --org acme");
            example("orgctl member list -o json --fields email,role,status");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(MEMBER, services.members().list(page(services)))
                    .ifEmpty(emptyNotice("no members yet: invite the first with: orgctl member invite EMAIL"));
        }
    }

    private static final class Show extends ReadVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "Who: their address.");

        Show() {
            super("show", "Show a member of an organization", MEMBER);
            example("orgctl member show ann@example.com --org acme");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(MEMBER, services.members().show(email.value()));
        }
    }

    private static final class ChangeRole extends ChangeVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "Who: their address.");
        private final Parameter<Role> role =
                required(MemberTypes.role(), "The new role: viewer, developer, admin or owner.");

        ChangeRole() {
            super("role", "Give a member another role", MEMBER);
            details("Nobody can give a role above their own, or change somebody who has one.");
            example("orgctl member role ben@example.com admin --org acme");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.members().changeRole(email.value(), role.value()));
        }
    }

    private static final class Suspend extends ChangeVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "Who: their address.");

        Suspend() {
            super("suspend", "Take a member's access away for a while", MEMBER);
            details("Their tokens are good for nothing meanwhile. 'orgctl member activate' ends it.");
            example("orgctl member suspend ben@example.com --org acme");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.members().suspend(email.value()));
        }
    }

    private static final class Activate extends ChangeVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "Who: their address.");

        Activate() {
            super("activate", "End the suspension of a member", MEMBER);
            example("orgctl member activate ben@example.com --org acme");
        }

        @Override
        protected Reply execute(Services services) {
            return reply(services.members().activate(email.value()));
        }
    }

    private static final class Remove extends ChangeVerb {
        private final Parameter<Email> email = required(MemberTypes.member(), "Who: their address.");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is no such member.");

        Remove() {
            super("remove", "Take a member out of an organization, with their tokens", REMOVAL);
            details("Shows what they lose: the access to all projects, and the tokens they made, which end with it."
                    + " An invitation that is pending ends, too.");
            example("orgctl member remove ben@example.com --org acme --dry-run");
            example("orgctl member remove ben@example.com --org acme --if-exists");
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
            details("The tokens made by the one who leaves end with it. The last owner can't leave.");
            example("orgctl member leave --org acme --as ben@example.com");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(REMOVAL, services.members().leave()).inspection("orgctl org list");
        }
    }

    private static final class TransferOwnership extends ChangeVerb {
        private final Parameter<Email> email =
                required(MemberTypes.member(), "Who is going to be an owner: their address.");
        private final Parameter<Email> from = option(
                "--from", MemberTypes.member(), "The owner who becomes an admin instead; whoever acts if left out.");

        TransferOwnership() {
            super("transfer-ownership", "Make a member the owner in the place of another", MEMBER);
            details("To have more owners than one, use 'orgctl member role EMAIL owner'.");
            example("orgctl member transfer-ownership ben@example.com --org acme");
            example("orgctl member transfer-ownership ben@example.com --from ann@example.com");
        }

        @Override
        protected Reply execute(Services services) {
            Change<List<Member>> change = services.members().transferOwnership(email.value(), from.value());
            return Reply.many(MEMBER, Rows.of(change.value()))
                    .noticeIf(!change.made(), "nothing to change: it is so already");
        }
    }
}
