package io.github.orgctl.store;

import static io.github.orgctl.store.Fixtures.T0;
import static io.github.orgctl.store.Fixtures.T1;
import static io.github.orgctl.store.Fixtures.T2;
import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.id;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.rows;
import static io.github.orgctl.store.Fixtures.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.access.Members;
import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sha256;
import java.time.Instant;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of the repositories for members and invitations. */
public abstract class MemberContract extends StoreBase {
    private static final Email ANN = new Email("Ann@Example.com");
    private static final Email BEN = new Email("ben@example.com");

    private final Organization acme = organization("acme");
    private final Organization globex = organization("globex");
    private final Member ann = member(acme, ANN, Role.OWNER, MemberStatus.ACTIVE);
    private final Member ben = member(acme, BEN, Role.VIEWER, MemberStatus.INVITED);

    @BeforeEach
    public void insert() {
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.organizations().insert(globex);
            new Members(tx).insert(ben);
            new Members(tx).insert(ann);
        });
    }

    private static Member member(Organization organization, Email email, Role role, MemberStatus status) {
        return new Member(id(), organization.id(), organization.slug(), email, role, status, T0, T0);
    }

    private Invitation invitation(Email email, Instant createdAt, Instant expiresAt) {
        return new Invitation(
                id(),
                acme.id(),
                acme.slug(),
                email,
                Role.ADMIN,
                InvitationStatus.PENDING,
                "os:ann@box",
                createdAt,
                expiresAt,
                null);
    }

    private void keep(Invitation invitation, String text) {
        change(store, tx -> tx.invitations().insert(invitation, Sha256.of(text)));
    }

    @Test
    public void keepsAMemberAsTyped() {
        assertFound(tx -> tx.members().find(ann.id())).contains(ann);
        assertFound(tx -> tx.members().find(acme.id(), new Email("ANN@example.COM")))
                .contains(ann)
                .hasValueSatisfying(found -> assertThat(found.email().value()).isEqualTo("Ann@Example.com"));
        assertFound(tx -> tx.members().find(globex.id(), ANN)).isEmpty();
    }

    @Test
    void anAddressIsInAnOrganizationOnce() {
        Failure taken = failure(() -> change(store, tx -> new Members(tx)
                .insert(member(acme, new Email("ann@EXAMPLE.com"), Role.VIEWER, MemberStatus.ACTIVE))));
        assertThat(taken.kind()).isEqualTo(Failure.Kind.CONFLICT);
        change(store, tx -> new Members(tx).insert(member(globex, ANN, Role.VIEWER, MemberStatus.SUSPENDED)));
        assertRows(tx -> tx.members().memberships(ANN))
                .extracting(Member::organization)
                .containsExactly(acme.slug(), globex.slug());
    }

    @Test
    public void changesRoleAndStatus() {
        Member changed = ben.withRole(Role.OWNER, T1).withStatus(MemberStatus.ACTIVE, T2);
        change(store, tx -> new Members(tx).update(changed));
        assertFound(tx -> tx.members().find(ben.id())).contains(changed);
        assertRows(tx -> tx.members().activeOwners(acme.id(), 5)).containsExactly(ann, changed);
        assertRows(tx -> tx.members().activeOwners(acme.id(), 1)).containsExactly(ann);
    }

    @Test
    public void anOwnerWhoIsNotActiveIsNoActiveOwner() {
        change(store, tx -> new Members(tx).update(ann.withStatus(MemberStatus.SUSPENDED, T1)));
        assertRows(tx -> tx.members().activeOwners(acme.id(), 5)).isEmpty();
    }

    @Test
    public void listsByMailboxOrAsAsked() {
        assertRows(tx -> rows(tx.members().list(acme.id(), all()))).containsExactly(ann, ben);
        assertRows(tx -> rows(tx.members().list(acme.id(), new Page<>(null, ann, null))))
                .containsExactly(ben);
        assertRows(tx -> rows(tx.members().list(acme.id(), sorted("email:desc"))))
                .containsExactly(ben, ann);
        assertRows(tx -> rows(tx.members().list(globex.id(), all()))).isEmpty();
    }

    @Test
    public void aPurgedOrganizationTakesAllAlong() {
        Invitation invitation = invitation(BEN, T0, T2);
        keep(invitation, "text");
        change(store, tx -> tx.organizations().purge(acme.id()));
        assertFound(tx -> tx.members().find(ann.id())).isEmpty();
        assertFound(tx -> tx.invitations().find(invitation.id())).isEmpty();
        assertRows(tx -> tx.members().memberships(ANN)).isEmpty();
    }

    @Test
    public void removesAMember() {
        change(store, tx -> new Members(tx).remove(ben, T1));
        assertRows(tx -> rows(tx.members().list(acme.id(), all()))).containsExactly(ann);
    }

    @Test
    public void keepsAnInvitationByItsHash() {
        Invitation invitation = invitation(BEN, T0, T2);
        keep(invitation, "first");
        assertFound(tx -> tx.invitations().findByHash(Sha256.of("first"))).contains(invitation);
        change(store, tx -> tx.invitations().replaceHash(invitation.id(), Sha256.of("second")));
        assertFound(tx -> tx.invitations().findByHash(Sha256.of("first"))).isEmpty();
        assertFound(tx -> tx.invitations().findByHash(Sha256.of("second"))).contains(invitation);
    }

    @Test
    public void anAddressHasOnePendingInvitation() {
        Invitation first = invitation(BEN, T0, T2);
        keep(first, "first");
        Failure taken = failure(() -> keep(invitation(new Email("BEN@example.com"), T0, T2), "second"));
        assertThat(taken.kind()).isEqualTo(Failure.Kind.CONFLICT);
        Invitation ended = first.ended(InvitationStatus.DECLINED, T1);
        change(store, tx -> tx.invitations().update(ended));
        assertFound(tx -> tx.invitations().findPending(acme.id(), BEN)).isEmpty();
        Invitation again = invitation(BEN, T1, T2).withRole(Role.VIEWER).pendingUntil(T2.plusSeconds(1));
        keep(again, "second");
        assertFound(tx -> tx.invitations().findPending(acme.id(), new Email("BEN@example.com")))
                .contains(again);
        assertFound(tx -> tx.invitations().find(first.id())).contains(ended);
    }

    @Test
    public void listsInvitationsByStatus() {
        Invitation expired = invitation(ANN, T0, T1);
        Invitation pending = invitation(BEN, T0, T2);
        Invitation revoked = invitation(new Email("cy@example.com"), T1, T2).ended(InvitationStatus.REVOKED, T1);
        keep(pending, "pending");
        keep(revoked, "revoked");
        keep(expired, "expired");
        assertStatus(null).containsExactly(expired, pending, revoked);
        assertStatus(InvitationStatus.PENDING).containsExactly(pending);
        assertStatus(InvitationStatus.EXPIRED).containsExactly(expired);
        assertStatus(InvitationStatus.REVOKED).containsExactly(revoked);
        assertStatus(InvitationStatus.ACCEPTED).isEmpty();
        assertRows(tx -> rows(tx.invitations().list(acme.id(), null, T1, new Page<>(1L, expired, null))))
                .containsExactly(pending);
        assertRows(tx -> rows(tx.invitations().list(acme.id(), null, T1, sorted("expiresAt:desc"))))
                .endsWith(expired);
    }

    private ListAssert<Invitation> assertStatus(InvitationStatus status) {
        return assertRows(tx -> rows(tx.invitations().list(acme.id(), status, T1, all())));
    }
}
