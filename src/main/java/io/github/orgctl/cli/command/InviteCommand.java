package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.InvitationShape.INVITATION;
import static io.github.orgctl.cli.shape.IssuedInvitationShape.ISSUED_INVITATION;
import static io.github.orgctl.cli.shape.MemberShape.MEMBER;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.ChangeVerb;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.access.IssuedInvitation;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.ShellWord;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Until;

public final class InviteCommand extends Noun {
    public InviteCommand() {
        super(
                "invite",
                "Invitations into an organization, made by 'orgctl member invite'",
                new ListAll(),
                new Accept(),
                new Decline(),
                new Revoke(),
                new Resend());
    }

    private static final class ListAll extends ListVerb<Id> {
        private final Parameter<InvitationStatus> status = option(
                "--status",
                MemberTypes.invitationStatus(),
                "Only those that are pending, accepted, declined, revoked or expired.");

        ListAll() {
            super("list", "List the invitations into an organization", INVITATION, ResourceTypes.id());
            details("In the order in which they were made, also those that ended.");
            example("orgctl invite list --org acme --status pending");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(INVITATION, services.invitations().list(status.value(), page(services)))
                    .ifEmpty(emptyNotice("no such invitations: make one with: orgctl member invite EMAIL"));
        }
    }

    /** A verb of somebody who has an invitation. Its token comes from no argument, which other users could see. */
    private abstract static class WithToken extends ChangeVerb {
        private final Parameter<Boolean> tokenStdin = flag("--token-stdin", "Read the token from standard input.");
        private Credential credential;

        WithToken(String name, String summary, Shape<?> shape) {
            super(name, summary, shape);
            refuseStrayWords(Failure.usage(
                    "a token is no argument, which other users of the machine could see",
                    "pipe it into --token-stdin, or type it when asked"));
        }

        Credential credential() {
            return credential;
        }

        @Override
        protected void read(Input from) {
            credential = Credential.parse(Credential.Kind.INVITATION, text(from).strip());
        }

        private String text(Input from) {
            if (tokenStdin.isGiven()) {
                return from.text("-");
            }
            if (!from.isInteractive()) {
                throw Failure.usage("there is no token, and nobody to ask", "pipe it into --token-stdin");
            }
            String typed = from.hidden("Token of the invitation (not shown):");
            return typed == null ? "" : typed;
        }
    }

    private static final class Accept extends WithToken {
        Accept() {
            super("accept", "Become a member, with the token of an invitation", MEMBER);
            details("Asks for the token on a terminal without showing it.");
            example("orgctl invite accept");
            example("orgctl invite accept --token-stdin < token.txt");
        }

        @Override
        protected Reply execute(Services services) {
            Member member = services.invitations().accept(credential());
            return Reply.one(MEMBER, member)
                    .inspection(
                            "orgctl member show " + ShellWord.of(member.email().value()))
                    .afterwards(
                            true,
                            "act as this member with --as "
                                    + ShellWord.of(member.email().value()) + " or ORGCTL_ACTOR");
        }
    }

    private static final class Decline extends WithToken {
        Decline() {
            super("decline", "Turn an invitation down, with its token", INVITATION);
            example("orgctl invite decline --token-stdin < token.txt");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(INVITATION, services.invitations().decline(credential()));
        }
    }

    private static final class Revoke extends ChangeVerb {
        private final Parameter<Email> email =
                required(MemberTypes.email().offering(Candidates.INVITED), "Whose: the address that was invited.");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if nobody is invited so.");

        Revoke() {
            super("revoke", "Take an invitation back that nobody has accepted yet", INVITATION);
            example("orgctl invite revoke ben@example.com --org acme");
        }

        @Override
        protected Reply execute(Services services) {
            Change<Invitation> change = services.invitations().revoke(email.value(), ifExists.isGiven());
            return change.made()
                    ? Reply.one(INVITATION, change.value())
                    : Reply.nothing().notice("nothing to revoke: nobody is invited as " + email.value());
        }
    }

    private static final class Resend extends ChangeVerb {
        private final Parameter<Email> email =
                required(MemberTypes.email().offering(Candidates.INVITED), "Whose: the address that was invited.");
        private final Parameter<Until> expires =
                option("--expires", Types.until(), "When it ends, such as 48h; 7d if left out.");

        Resend() {
            super("resend", "Make a new token for an invitation, and end the old one", ISSUED_INVITATION);
            details("Also for an invitation that has expired.");
            example("orgctl invite resend ben@example.com --org acme");
        }

        @Override
        protected Reply execute(Services services) {
            IssuedInvitation issued = services.invitations().resend(email.value(), expires.orElse(InviteVerb.WEEK));
            return Reply.one(ISSUED_INVITATION, isDryRun() ? issued.withoutCredential() : issued)
                    .afterwards(true, "the token is shown this once: the one before is good for nothing now");
        }
    }
}
