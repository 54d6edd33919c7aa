package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.port.CredentialSource;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Operations on invitations: a person is invited to an organization and accepts with the invitation's token. Until then
 * they are members without rights.
 */
public final class InvitationService {
    private static final String INVITATION = "the invitation";

    private final Tx tx;
    private final Resolver resolver;
    private final Access access;
    private final AuditTrail trail;
    private final Instant now;
    private final IdSource ids;
    private final CredentialSource credentials;

    public InvitationService(UnitOfWork work, CredentialSource credentials) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.trail = work.trail();
        this.now = work.now();
        this.ids = work.ids();
        this.credentials = credentials;
    }

    /**
     * Invites people to the current organization, atomically.
     *
     * @param ifNotExists whether to skip existing members and pending invitations
     * @return the new invitations
     * @throws Failure CONFLICT if an address is a member, already invited, or given twice; the message lists all of
     *     them; FORBIDDEN if the role is above that of the acting identity
     */
    public List<IssuedInvitation> invite(List<Email> emails, Role role, Until expires, boolean ifNotExists) {
        return invite(null, emails, role, expires, ifNotExists);
    }

    /**
     * Invites people to a given organization.
     *
     * @param reference null for the current organization
     */
    public List<IssuedInvitation> invite(
            OrganizationReference reference, List<Email> emails, Role role, Until expires, boolean ifNotExists) {
        Organization organization = resolver.organizationWithin(reference, Action.MEMBER_INVITE);
        access.requireRank(role, Action.MEMBER_INVITE, Target.of(organization));
        List<Email> strangers = strangers(organization, emails, ifNotExists);
        Instant end = expires.endOf(INVITATION, now);
        List<IssuedInvitation> issued = new ArrayList<>(strangers.size());
        for (Email email : strangers) {
            issued.add(invite(organization, email, role, end));
        }
        return issued;
    }

    private List<Email> strangers(Organization organization, List<Email> emails, boolean ifNotExists) {
        List<Email> strangers = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        Set<Email> seen = new HashSet<>();
        for (Email email : emails) {
            Optional<Member> present = tx.members().find(organization.id(), email);
            boolean isNew = seen.add(email);
            if (isNew && present.isEmpty()) {
                strangers.add(email);
            } else if (!ifNotExists) {
                taken.add(email + " (" + (isNew ? present.get().status() : "given twice") + ")");
            }
        }
        if (!taken.isEmpty()) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "no invitation to " + organization.slug() + " was created, because of: " + String.join(", ", taken),
                    Advice.RESEND_INVITATION.of());
        }
        return strangers;
    }

    private IssuedInvitation invite(Organization organization, Email email, Role role, Instant end) {
        Member member = new Member(
                ids.next(), organization.id(), organization.slug(), email, role, MemberStatus.INVITED, now, now);
        Invitation invitation = new Invitation(
                ids.next(),
                organization.id(),
                organization.slug(),
                email,
                role,
                InvitationStatus.PENDING,
                access.actor(),
                now,
                end,
                null);
        Credential credential = credentials.next(Credential.Kind.INVITATION);
        new Members(tx).insert(member);
        tx.invitations().insert(invitation, credential.hash());
        FieldChange.Collector changes = new FieldChange.Collector()
                .add("role", null, role)
                .add("status", null, member.status())
                .add("expiresAt", null, end);
        trail.record(Action.MEMBER_INVITE, Target.of(member), changes.changes());
        return new IssuedInvitation(invitation, credential);
    }

    /**
     * The invitations of the current organization.
     *
     * @param status required current status, or null for all
     */
    public Listing<Invitation> list(InvitationStatus status, Page<Id> page) {
        Organization organization = resolver.organization(null, Action.INVITE_LIST);
        Invitation after = page.after() == null ? null : invitation(organization, page.after());
        Listing<Invitation> rows =
                tx.invitations().list(organization.id(), status, now, new Page<>(page.limit(), after, page.sort()));
        return action -> rows.forEach(invitation -> action.accept(invitation.at(now)));
    }

    private Invitation invitation(Organization organization, Id id) {
        return tx.invitations()
                .find(id)
                .filter(found -> found.organizationId().equals(organization.id()))
                .orElseThrow(() -> new Failure(
                        Failure.Kind.NOT_FOUND,
                        "no invitation to " + organization.slug() + " has the ID " + id,
                        Advice.LIST_INVITATIONS.of(organization.slug())));
    }

    /**
     * Issues a new token for a pending or expired invitation and invalidates the previous one.
     *
     * @throws Failure NOT_FOUND if the address has no such invitation
     */
    public IssuedInvitation resend(Email email, Until expires) {
        Invitation before = changeable(resolver.organization(null, Action.INVITE_RESEND), email, Action.INVITE_RESEND);
        Invitation after = before.pendingUntil(expires.endOf(INVITATION, now));
        Credential credential = credentials.next(Credential.Kind.INVITATION);
        tx.invitations().update(after);
        tx.invitations().replaceHash(after.id(), credential.hash());
        record(
                Action.INVITE_RESEND,
                after,
                new FieldChange.Collector().add("expiresAt", before.expiresAt(), after.expiresAt()));
        return new IssuedInvitation(after, credential);
    }

    /**
     * Revokes a pending or expired invitation.
     *
     * @param ifExists whether to succeed if the address has no such invitation
     * @throws Failure NOT_FOUND if the address has no such invitation
     */
    public Change<Invitation> revoke(Email email, boolean ifExists) {
        Organization organization = resolver.organization(null, Action.INVITE_REVOKE);
        if (ifExists && tx.invitations().findPending(organization.id(), email).isEmpty()) {
            return Change.none(null);
        }
        Invitation pending = changeable(organization, email, Action.INVITE_REVOKE);
        return Change.made(withdrawn(Action.INVITE_REVOKE, pending, InvitationStatus.REVOKED));
    }

    private Invitation changeable(Organization organization, Email email, Action action) {
        Invitation pending = tx.invitations()
                .findPending(organization.id(), email)
                .orElseThrow(() -> new Failure(
                        Failure.Kind.NOT_FOUND,
                        "no pending invitation to " + organization.slug() + " for " + email,
                        Advice.LIST_PENDING_INVITATIONS.of(organization.slug())));
        access.requireRank(pending.role(), action, Target.of(organization, email.mailbox()));
        return pending;
    }

    /**
     * Accepts an invitation: its holder becomes an active member.
     *
     * @throws Failure NOT_FOUND if the token does not belong to an invitation that can be accepted, for whatever reason
     */
    public Member accept(Credential credential) {
        Invitation invitation = proven(credential, Action.INVITE_ACCEPT);
        Member before = tx.members()
                .find(invitation.organizationId(), invitation.email())
                .orElseThrow();
        Member member = before.withStatus(MemberStatus.ACTIVE, now);
        new Members(tx).update(member);
        tx.invitations().update(invitation.ended(InvitationStatus.ACCEPTED, now));
        record(
                Action.INVITE_ACCEPT,
                invitation,
                new FieldChange.Collector().add("status", before.status(), member.status()));
        return member;
    }

    /**
     * Declines an invitation.
     *
     * @throws Failure NOT_FOUND if the token does not belong to an invitation that can be declined, for whatever reason
     */
    public Invitation decline(Credential credential) {
        return withdrawn(Action.INVITE_DECLINE, proven(credential, Action.INVITE_DECLINE), InvitationStatus.DECLINED);
    }

    /** Ends an open invitation together with its membership. */
    private Invitation withdrawn(Action action, Invitation pending, InvitationStatus how) {
        Invitation ended = pending.ended(how, now);
        tx.invitations().update(ended);
        tx.members().find(pending.organizationId(), pending.email()).ifPresent(member -> new Members(tx)
                .remove(member, now));
        record(
                action,
                ended,
                new FieldChange.Collector()
                        .add("role", pending.role(), null)
                        .add("status", MemberStatus.INVITED, null));
        return ended;
    }

    /** Finds an invitation by token. All failures look the same, so that they reveal nothing about what exists. */
    private Invitation proven(Credential credential, Action action) {
        access.require(action);
        return tx.invitations()
                .findByHash(credential.hash())
                .map(found -> found.at(now))
                .filter(found -> found.status() == InvitationStatus.PENDING)
                .filter(found -> access.person() == null || access.person().equals(found.email()))
                .filter(found -> tx.organizations()
                        .find(found.organizationId())
                        .filter(organization -> organization.deletedAt() == null)
                        .isPresent())
                .orElseThrow(() -> new Failure(
                        Failure.Kind.NOT_FOUND,
                        "the invitation is not valid: it is unknown, expired, used or revoked, or for another address",
                        Advice.ASK_ABOUT_INVITATION.of()));
    }

    private void record(Action action, Invitation invitation, FieldChange.Collector changes) {
        trail.record(action, Target.of(invitation), changes.changes());
    }
}
