package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Removal;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operations on the members of an organization, with their rules: the acting member's role must be at least that of the
 * member and of the assigned role, and the last owner can't be removed, demoted or suspended.
 */
public final class MemberService {
    private final Tx tx;
    private final Resolver resolver;
    private final Access access;
    private final AuditTrail trail;
    private final Instant now;
    private final TokenRevoker tokenEnd;

    public MemberService(UnitOfWork work) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.trail = work.trail();
        this.now = work.now();
        this.tokenEnd = new TokenRevoker(work);
    }

    /** All members of the current organization, whatever their status. */
    public Listing<Member> list(Page<Email> page) {
        Organization organization = resolver.organization(null, Action.MEMBER_LIST);
        Member after = page.after() == null ? null : resolver.member(organization, page.after());
        return tx.members().list(organization.id(), new Page<>(page.limit(), after, page.sort()));
    }

    /**
     * @throws Failure NOT_FOUND if there is no such member
     */
    public Member show(Email email) {
        return resolver.member(resolver.organization(null, Action.MEMBER_SHOW), email);
    }

    /**
     * Changes the role of a member, who may still be invited.
     *
     * @throws Failure FORBIDDEN if one of the roles is above that of the acting identity; RULE if the last owner would
     *     be demoted
     */
    public Change<Member> changeRole(Email email, Role role) {
        return changeRole(null, email, role);
    }

    /**
     * Changes the role of a member of a given organization.
     *
     * @param reference null for the current organization
     */
    public Change<Member> changeRole(OrganizationReference reference, Email email, Role role) {
        Member before =
                changeable(resolver.organizationWithin(reference, Action.MEMBER_ROLE), email, Action.MEMBER_ROLE);
        access.requireRank(role, Action.MEMBER_ROLE, Target.of(before));
        if (before.role() == role) {
            return Change.none(before);
        }
        keepAnOwner(before, role == Role.OWNER);
        return Change.made(withRole(Action.MEMBER_ROLE, before, role));
    }

    /**
     * Suspends a member's access, including that of their tokens, until they are activated.
     *
     * @throws Failure RULE if it is the last owner, or an invitation that has not been accepted
     */
    public Change<Member> suspend(Email email) {
        return withStatus(email, Action.MEMBER_SUSPEND, MemberStatus.SUSPENDED);
    }

    /**
     * Ends a suspension.
     *
     * @throws Failure RULE if the invitation has not been accepted
     */
    public Change<Member> activate(Email email) {
        return withStatus(email, Action.MEMBER_ACTIVATE, MemberStatus.ACTIVE);
    }

    private Change<Member> withStatus(Email email, Action action, MemberStatus status) {
        Member before = changeable(email, action);
        if (before.status() == MemberStatus.INVITED) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "the invitation of " + before.email() + " to " + before.organization()
                            + " has not been accepted yet",
                    Advice.REVOKE_INVITATION.of(before.email(), before.organization()));
        }
        if (before.status() == status) {
            return Change.none(before);
        }
        keepAnOwner(before, status == MemberStatus.ACTIVE);
        return Change.made(saved(action, before, before.withStatus(status, now)));
    }

    /**
     * Removes a member and revokes their tokens and pending invitation.
     *
     * @param ifExists whether to succeed if there is no such member
     * @throws Failure NOT_FOUND if there is no such member; RULE if it is the last owner
     */
    public Change<Removal> remove(Email email, boolean ifExists) {
        Organization organization = resolver.organization(null, Action.MEMBER_REMOVE);
        if (ifExists && tx.members().find(organization.id(), email).isEmpty()) {
            return Change.none(null);
        }
        return Change.made(removed(organization, changeable(email, Action.MEMBER_REMOVE), Action.MEMBER_REMOVE));
    }

    /**
     * Removes the acting person from the organization.
     *
     * @throws Failure USAGE if no person acts; RULE if it is the last owner
     */
    public Removal leave() {
        Organization organization = resolver.organization(null, Action.MEMBER_LEAVE);
        if (access.person() == null) {
            throw Failure.usage(
                    "the local operator is not a member of " + organization.slug(), Advice.NAME_LEAVER.of());
        }
        return removed(organization, resolver.member(organization, access.person()), Action.MEMBER_LEAVE);
    }

    private Removal removed(Organization organization, Member member, Action action) {
        keepAnOwner(member, false);
        List<Token> tokens = tx.tokens().ofMember(member.id());
        tokenEnd.of(tokens);
        tx.invitations().findPending(organization.id(), member.email()).ifPresent(pending -> tx.invitations()
                .update(pending.ended(InvitationStatus.REVOKED, now)));
        new Members(tx).remove(member, now);
        FieldChange.Collector changes =
                new FieldChange.Collector().add("role", member.role(), null).add("status", member.status(), null);
        trail.record(action, Target.of(member), changes.changes());
        return new Removal(member, organization.projects(), tokens);
    }

    /**
     * Makes a member an owner and the previous owner an admin.
     *
     * @param from the previous owner; null for the acting person, or for the only owner if the local operator acts
     * @return the new owner and, if there was one, the previous owner
     * @throws Failure RULE if the new owner is not an active member, or the previous one is not an owner; USAGE if the
     *     previous owner is ambiguous
     */
    public Change<List<Member>> transferOwnership(Email to, Email from) {
        Action action = Action.MEMBER_TRANSFER_OWNERSHIP;
        Organization organization = resolver.organization(null, action);
        Member heir = resolver.member(organization, to);
        if (!heir.isActive()) {
            throw new Failure(
                    Failure.Kind.RULE,
                    heir.email() + " is " + heir.status() + ": only an active member can own " + organization.slug(),
                    Advice.LIST_MEMBERS.of(organization.slug()));
        }
        Optional<Member> giver = giver(organization, from);
        if (giver.isPresent() && giver.get().id().equals(heir.id())) {
            return Change.none(List.of(heir));
        }
        List<Member> changed = new ArrayList<>();
        changed.add(heir.role() == Role.OWNER ? heir : withRole(action, heir, Role.OWNER));
        giver.ifPresent(owner -> changed.add(withRole(action, owner, Role.ADMIN)));
        boolean made = giver.isPresent() || heir.role() != Role.OWNER;
        return made ? Change.made(changed) : Change.none(changed);
    }

    private Optional<Member> giver(Organization organization, Email from) {
        Email named = from == null ? access.person() : from;
        if (named != null) {
            Member giver = resolver.member(organization, named);
            if (giver.role() != Role.OWNER) {
                throw new Failure(
                        Failure.Kind.RULE,
                        giver.email() + " is not an owner of " + organization.slug() + ", but " + giver.role(),
                        Advice.LIST_MEMBERS.of(organization.slug()));
            }
            return Optional.of(giver);
        }
        List<Member> owners = tx.members().activeOwners(organization.id(), 2);
        if (owners.size() > 1) {
            throw Failure.usage(organization.slug() + " has more than one owner", Advice.NAME_FORMER_OWNER.of());
        }
        return owners.stream().findFirst();
    }

    /** Finds a member that the acting identity may change. */
    private Member changeable(Email email, Action action) {
        return changeable(resolver.organization(null, action), email, action);
    }

    private Member changeable(Organization organization, Email email, Action action) {
        Member member = resolver.member(organization, email);
        access.requireRank(member.role(), action, Target.of(member));
        return member;
    }

    /**
     * @param stays whether the member remains an active owner
     */
    private void keepAnOwner(Member before, boolean stays) {
        if (before.role() != Role.OWNER || !before.isActive() || stays) {
            return;
        }
        if (tx.members().activeOwners(before.organizationId(), 2).size() < 2) {
            throw new Failure(
                    Failure.Kind.RULE,
                    before.email() + " is the last owner of " + before.organization(),
                    Advice.TRANSFER_OWNERSHIP.of(before.organization()));
        }
    }

    /** The member with another role, which is also applied to a pending invitation. */
    private Member withRole(Action action, Member before, Role role) {
        if (before.status() == MemberStatus.INVITED) {
            tx.invitations()
                    .findPending(before.organizationId(), before.email())
                    .ifPresent(pending -> tx.invitations().update(pending.withRole(role)));
        }
        return saved(action, before, before.withRole(role, now));
    }

    private Member saved(Action action, Member before, Member after) {
        new Members(tx).update(after);
        FieldChange.Collector changes = new FieldChange.Collector()
                .add("role", before.role(), after.role())
                .add("status", before.status(), after.status());
        trail.record(action, Target.of(before), changes.changes());
        return after;
    }
}
