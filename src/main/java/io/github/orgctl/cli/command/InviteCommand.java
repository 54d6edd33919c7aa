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
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
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
                "Manage invitations to an organization",
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
                "Only invitations with this status: pending, accepted, declined, revoked or expired");

        ListAll() {
            super("list", "List the invitations to an organization", INVITATION, ResourceTypes.id());
            details("Lists invitations in order of creation, including those that have ended.");
            example("List invitations of the current organization", "orgctl invite list");
            example("List those not answered yet", "orgctl invite list --org acme --status pending");
            example("Show when each expires", "orgctl invite list --fields email,role,expiresAt");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(INVITATION, services.invitations().list(status.value(), page(services)))
                    .ifEmpty(emptyNotice("no matching invitations: create one with: orgctl member invite EMAIL"));
        }
    }

    /** A verb for invitees. The token is never an argument, which other users could see. */
    private abstract static class WithToken extends ChangeVerb {
        private final Parameter<Boolean> tokenStdin = flag("--token-stdin", "Read the token from standard input");
        private Credential credential;

        WithToken(String name, String summary, Shape<?> shape) {
            super(name, summary, shape);
            refuseStrayWords(Failure.usage(
                    "the token can't be an argument: other users of the machine could see it",
                    "use --token-stdin, or enter it when prompted"));
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
                throw Failure.usage("no token given, and there is no terminal to prompt for it", "use --token-stdin");
            }
            String typed = from.hidden("Invitation token (not shown):");
            return typed == null ? "" : typed;
        }
    }

    private static final class Accept extends WithToken {
        Accept() {
            super("accept", "Accept an invitation with its token", MEMBER);
            details("Prompts for the token on a terminal without showing it.");
            example("Accept with a token typed at a prompt", "orgctl invite accept");
            example("Accept with a token in a file", "orgctl invite accept --token-stdin < token.txt");
            example(
                    "See which organization the token is for",
                    "orgctl invite accept --token-stdin --dry-run < token.txt");
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
            super("decline", "Decline an invitation with its token", INVITATION);
            example("Decline with a token typed at a prompt", "orgctl invite decline");
            example("Decline with a token in a file", "orgctl invite decline --token-stdin < token.txt");
            example("See what would be declined", "orgctl invite decline --token-stdin --dry-run < token.txt");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(INVITATION, services.invitations().decline(credential()));
        }
    }

    private static final class Revoke extends ChangeVerb {
        private final Parameter<Email> email =
                required(MemberTypes.email().offering(Candidates.INVITED), "Invited e-mail address");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is no such invitation");

        Revoke() {
            super("revoke", "Revoke a pending invitation", INVITATION);
            example("Revoke an invitation", "orgctl invite revoke cleo@example.com");
            example("Succeed if there is none", "orgctl invite revoke cleo@example.com --org acme --if-exists");
            example("See what would be revoked", "orgctl invite revoke cleo@example.com --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Change<Invitation> change = services.invitations().revoke(email.value(), ifExists.isGiven());
            return change.made()
                    ? Reply.one(INVITATION, change.value())
                    : Reply.nothing().notice("nothing to revoke: there is no invitation for " + email.value());
        }
    }

    private static final class Resend extends ChangeVerb {
        private final Parameter<Email> email =
                required(MemberTypes.email().offering(Candidates.INVITED), "Invited e-mail address");
        private final Parameter<Until> expires =
                option("--expires", Types.until(), "Expiry of the invitation, for example 48h (default: 7d)");

        Resend() {
            super("resend", "Replace the token of an invitation", ISSUED_INVITATION);
            details("The previous token stops working. Also renews an expired invitation.");
            example("Replace an invitation's token by a new one", "orgctl invite resend cleo@example.com");
            example(
                    "Let the new invitation expire after two days",
                    "orgctl invite resend cleo@example.com --org acme --expires 48h");
            example("Print only the token", "orgctl invite resend cleo@example.com --jq .token");
        }

        @Override
        protected Reply execute(Services services) {
            IssuedInvitation issued = services.invitations().resend(email.value(), expires.orElse(InviteVerb.WEEK));
            return Reply.one(ISSUED_INVITATION, isDryRun() ? issued.withoutCredential() : issued)
                    .afterwards(true, "the token is shown only once; the previous token no longer works");
        }
    }
}
