package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.output.Times;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.access.TokenDetails;
import io.github.orgctl.core.audit.AuditQuery;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.audit.AuditEvent;
import io.github.orgctl.core.model.audit.EventReference;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The lists of an organization's page: members, invitations, tokens and audit events. */
final class OrganizationLists {
    private final Services services;
    private final Times times;
    private final String after;
    private final FilteredRows rows;
    private final Set<Action> permitted;

    /**
     * @param after id of the row to continue after, or null
     */
    OrganizationLists(Services services, Times times, String after, FilteredRows rows, Set<Action> permitted) {
        this.services = services;
        this.times = times;
        this.after = after;
        this.rows = rows;
        this.permitted = permitted;
    }

    Listed members() {
        Email last = after == null ? null : new Email(after);
        rows.from(services.members().list(new Page<>(rows.limit(), last, null)), this::row);
        return rows.listed(List.of("EMAIL", "ROLE", "STATUS", "SINCE"), permitted);
    }

    private Row row(Member member) {
        String email = member.email().value();
        return new Row(
                email,
                List.of(
                        Label.of(email, Style.BOLD),
                        Label.of(member.role().toString()),
                        Label.of(member.status().toString()),
                        Label.of(times.text(member.createdAt()))),
                new Item.OfMember(
                        member.organization().value(),
                        email,
                        member.role().toString(),
                        member.status() == MemberStatus.SUSPENDED),
                "");
    }

    Listed invitations() {
        Id last = after == null ? null : Id.parse(after);
        rows.from(services.invitations().list(null, new Page<>(rows.limit(), last, null)), this::row);
        return rows.listed(List.of("EMAIL", "ROLE", "STATUS", "EXPIRES", "INVITED BY"), permitted);
    }

    private Row row(Invitation invitation) {
        String email = invitation.email().value();
        boolean pending = invitation.status() == InvitationStatus.PENDING;
        return new Row(
                invitation.id().value(),
                List.of(
                        Label.of(email, Style.BOLD),
                        Label.of(invitation.role().toString()),
                        Label.of(invitation.status().toString()),
                        Label.of(times.text(invitation.expiresAt())),
                        Label.of(invitation.invitedBy())),
                new Item.OfInvitation(invitation.organization().value(), email, pending),
                "");
    }

    Listed tokens() {
        List<String> columns = List.of("NAME", "ROLE", "SCOPE", "STATUS", "EXPIRES");
        if (!permitted.contains(Action.TOKEN_LIST)) {
            return Listed.refused("Listing tokens requires the " + Action.TOKEN_LIST.rule() + " role.", permitted);
        }
        TokenReference last = after == null ? null : TokenReference.parse(after);
        rows.from(services.tokens().list(new Page<>(rows.limit(), last, null), false), this::row);
        return rows.listed(columns, permitted);
    }

    private Row row(TokenDetails details) {
        Token token = details.token();
        String scope =
                (token.project() == null ? "all projects" : token.project().value())
                        + (token.mode() == null ? "" : ":" + token.mode());
        return new Row(
                token.id().value(),
                List.of(
                        Label.of(token.name().value(), Style.BOLD),
                        Label.of(token.role().toString()),
                        Label.of(scope),
                        Label.of(details.status().toString()),
                        Label.of(times.text(token.expiresAt()))),
                new Item.Plain(token.name().value()),
                "ends in " + token.ending() + ", created by " + token.createdBy());
    }

    Listed events() {
        EventReference last = after == null ? null : EventReference.parse(after);
        rows.from(
                services.audit()
                        .list(
                                new AuditQuery(false, null, null, null, null, null, null),
                                new Page<>(rows.limit(), last, new Sort("sequence", true))),
                recorded -> row(recorded.event()));
        return rows.listed(List.of("#", "TIME", "ACTOR", "ACTION", "TARGET"), permitted);
    }

    private Row row(AuditEvent event) {
        String number = Long.toString(event.sequence());
        List<String> changes = new ArrayList<>();
        event.changes()
                .forEach(change -> changes.add(change.field() + ": " + change.before() + " → " + change.after()));
        return new Row(
                number,
                List.of(
                        Label.of(number),
                        Label.of(times.text(event.at())),
                        Label.of(event.actor()),
                        Label.of(event.action(), Style.BOLD),
                        Label.of(event.target().name())),
                new Item.Plain(number),
                (event.token() == null ? "" : "with the token " + event.token() + "; ") + String.join("; ", changes));
    }
}
