package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.IssuedInvitationShape.ISSUED_INVITATION;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.access.IssuedInvitation;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Invites people, who are named in the command line or in a file. */
final class InviteVerb extends ChangeVerb {
    /** Default lifetime of an invitation. */
    static final Until WEEK = new Until(null, Duration.ofDays(7));

    private final Parameter<List<Email>> emails = optional(MemberTypes.email().many(), "E-mail addresses to invite");
    private final Parameter<String> file = option(
            "-f",
            "--file",
            Types.words("PATH").offering(Candidates.FILE),
            "Read addresses from a file, one per line; - for standard input");
    private final Parameter<Role> role =
            option("--role", MemberTypes.role(), "Role: viewer, developer, admin or owner (default: developer)");
    private final Parameter<Until> expires =
            option("--expires", Types.until(), "Expiry of the invitations, for example 48h (default: 7d)");
    private final Parameter<Boolean> ifNotExists =
            flag("--if-not-exists", "Skip addresses that are already members or invited");
    private final List<Email> people = new ArrayList<>();
    private Role askedRole = Role.DEVELOPER;

    InviteVerb() {
        super("invite", "Invite people to an organization atomically", ISSUED_INVITATION);
        details(
                "Prints one invitation token per address, shown only once. The invitee joins with"
                        + " 'orgctl invite accept'. On a terminal, prompts for the addresses and the role if no addresses are given.");
        example("Invite two people as admins", "orgctl member invite dan@example.com eve@example.com --role admin");
        example("Invite everyone in a file, for two days", "orgctl member invite -f team.txt --expires 48h -o json");
        example(
                "Invite again without an error if they are members",
                "orgctl member invite ben@example.com dan@example.com --if-not-exists");
    }

    @Override
    protected void read(Input from) {
        people.addAll(emails.orElse(List.of()));
        if (file.isGiven()) {
            List<String> lines = from.document(file.value()).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                readLine(lines.get(i).strip(), i + 1);
            }
        }
        if (people.isEmpty() && !file.isGiven() && from.isInteractive()) {
            ask(from);
        }
        if (people.isEmpty()) {
            throw Failure.usage("no addresses given", "give e-mail addresses, or a file with -f");
        }
    }

    /** Asks for addresses, and for the role where the command line leaves it open as well. */
    private void ask(Input from) {
        List<Email> typed = from.answer("E-mail addresses to invite:", InviteVerb::addresses);
        askedRole = typed == null || role.isGiven()
                ? role.orElse(Role.DEVELOPER)
                : from.answer(
                        "Role: viewer, developer, admin or owner (default: developer):",
                        word -> word.isEmpty() ? Role.DEVELOPER : Role.parse(word));
        // Whoever ends the input instead of naming a role invites nobody.
        if (typed != null && askedRole != null) {
            people.addAll(typed);
        }
    }

    private static List<Email> addresses(String line) {
        List<Email> addresses = new ArrayList<>();
        for (String word : line.replace(',', ' ').strip().split(" +")) {
            addresses.add(new Email(word));
        }
        return addresses;
    }

    private void readLine(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        try {
            people.add(new Email(line));
        } catch (Failure malformed) {
            throw new Failure(
                    malformed.kind(), "line " + number + ": " + malformed.getMessage(), malformed.hint(), malformed);
        }
    }

    @Override
    protected Reply execute(Services services) {
        List<IssuedInvitation> issued = services.invitations()
                .invite(people, role.orElse(askedRole), expires.orElse(WEEK), ifNotExists.isGiven());
        int leftOut = people.size() - issued.size();
        return reply(issued).noticeIf(leftOut > 0, leftOut + " skipped: already members or invited");
    }

    /** The invitations with their tokens, which a dry run does not keep and so does not show. */
    private Reply reply(List<IssuedInvitation> issued) {
        List<IssuedInvitation> shown = isDryRun()
                ? issued.stream().map(IssuedInvitation::withoutCredential).toList()
                : issued;
        return Reply.many(ISSUED_INVITATION, Rows.of(shown))
                .afterwards(!issued.isEmpty(), "tokens are shown only once; use them with: orgctl invite accept");
    }
}
