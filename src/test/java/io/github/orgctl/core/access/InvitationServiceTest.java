package io.github.orgctl.core.access;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Until;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class InvitationServiceTest {
    private static final Email NEW = new Email("new@example.com");
    private static final Email OTHER = new Email("other@example.com");
    private static final Until WEEK = Until.parse("7d");
    private static final String NEXT_MONTH = "2026-12-10T12:00:00Z";

    /** Acme has the admin adam. */
    private static void inAcme(BiConsumer<Acting, Organization> test) {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.join("acme", "adam@example.com", Role.ADMIN);
            test.accept(operator.in("acme"), acme);
        });
    }

    @Test
    void invitesEverybodyForAWhile() {
        inAcme((acting, acme) -> {
            List<IssuedInvitation> issued = acting.as("adam@example.com")
                    .invitations()
                    .invite(List.of(NEW, OTHER), Role.DEVELOPER, WEEK, false);
            assertThat(issued).extracting(each -> each.invitation().email()).containsExactly(NEW, OTHER);
            Invitation first = issued.get(0).invitation();
            assertThat(first.expiresAt()).isEqualTo(acting.now().plus(Duration.ofDays(7)));
            assertThat(first.invitedBy()).isEqualTo("adam@example.com");
            assertThat(first.status()).isEqualTo(InvitationStatus.PENDING);
            assertThat(acting.members().show(NEW).status()).isEqualTo(MemberStatus.INVITED);
            assertThat(issued.get(0).withoutCredential().credential()).isNull();
            assertThat(issued.get(0).withoutCredential().invitation()).isEqualTo(first);
            assertThat(acting.lastEvent(acme.id()))
                    .startsWith("member.invite other@example.com: role null -> developer, status null -> invited, "
                            + "expiresAt null -> 2026-11-17");
        });
    }

    @Test
    void invitesAllOrNobody() {
        inAcme((acting, acme) -> {
            Email adam = new Email("adam@example.com");
            refused(Kind.CONFLICT, () -> acting.invitations().invite(List.of(NEW, adam), Role.VIEWER, WEEK, false));
            refused(Kind.CONFLICT, () -> acting.invitations().invite(List.of(NEW, NEW), Role.VIEWER, WEEK, false));
            refused(Kind.NOT_FOUND, () -> acting.members().show(NEW));
            assertThat(acting.invitations().invite(List.of(NEW, adam, NEW), Role.VIEWER, WEEK, true))
                    .extracting(each -> each.invitation().email())
                    .containsExactly(NEW);
        });
    }

    @Test
    void nobodyHandsOutARoleAboveTheirOwn() {
        inAcme((acting, acme) -> {
            Acting adam = acting.as("adam@example.com");
            refused(Kind.FORBIDDEN, () -> adam.invitations().invite(List.of(NEW), Role.OWNER, WEEK, false));
            acting.invite("acme", "new@example.com", Role.OWNER);
            refused(Kind.FORBIDDEN, () -> adam.invitations().revoke(NEW, false));
            refused(Kind.FORBIDDEN, () -> adam.invitations().resend(NEW, WEEK));
        });
    }

    @Test
    void acceptingMakesAnActiveMember() {
        inAcme((acting, acme) -> {
            Credential invitation = acting.invite("acme", "new@example.com", Role.VIEWER);
            Member member = acting.as("new@example.com").invitations().accept(invitation);
            assertThat(member.status()).isEqualTo(MemberStatus.ACTIVE);
            assertThat(acting.members().show(NEW)).isEqualTo(member);
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("invite.accept new@example.com: status invited -> active");
            assertThat(statuses(acting, InvitationStatus.ACCEPTED))
                    .containsExactly("adam@example.com", "new@example.com");
            refused(
                    Kind.NOT_FOUND,
                    () -> acting.as("new@example.com").invitations().accept(invitation));
        });
    }

    private static List<String> statuses(Acting acting, InvitationStatus status) {
        return rows(acting.invitations().list(status, Acting.all())).stream()
                .map(each -> each.email().value())
                .sorted()
                .toList();
    }

    @Test
    void anInvitationIsItsOwnersAlone() {
        inAcme((acting, acme) -> {
            Credential invitation = acting.invite("acme", "new@example.com", Role.VIEWER);
            refused(
                    Kind.NOT_FOUND,
                    () -> acting.as("other@example.com").invitations().accept(invitation));
            refused(
                    Kind.NOT_FOUND,
                    () -> acting.as("other@example.com").invitations().decline(invitation));
            Credential unknown = Credential.of(Credential.Kind.INVITATION, new byte[32]);
            refused(
                    Kind.NOT_FOUND,
                    () -> acting.as("new@example.com").invitations().accept(unknown));
            // The local operator may do it for them.
            assertThat(acting.invitations().accept(invitation).email()).isEqualTo(NEW);
        });
    }

    @Test
    void anInvitationExpires() {
        inAcme((acting, acme) -> {
            Credential invitation = acting.invite("acme", "new@example.com", Role.VIEWER);
            Acting later = acting.at(NEXT_MONTH);
            refused(
                    Kind.NOT_FOUND,
                    () -> later.as("new@example.com").invitations().accept(invitation));
            assertThat(statuses(later, InvitationStatus.EXPIRED)).containsExactly("new@example.com");
            assertThat(statuses(later, InvitationStatus.PENDING)).isEmpty();
            assertThat(rows(later.invitations().list(null, Acting.all())))
                    .extracting(Invitation::status)
                    .containsExactlyInAnyOrder(InvitationStatus.ACCEPTED, InvitationStatus.EXPIRED);
        });
    }

    @Test
    void oneOfAnOrganizationInTheTrashIsGoodForNothing() {
        inAcme((acting, acme) -> {
            Credential invitation = acting.invite("acme", "new@example.com", Role.VIEWER);
            acting.organizations().delete(null, new Deletion("acme", false, false));
            refused(
                    Kind.NOT_FOUND,
                    () -> acting.with(Context.NONE).invitations().accept(invitation));
        });
    }

    @Test
    void decliningEndsTheMembership() {
        inAcme((acting, acme) -> {
            Credential invitation = acting.invite("acme", "new@example.com", Role.VIEWER);
            Invitation declined = acting.as("new@example.com").invitations().decline(invitation);
            assertThat(declined.status()).isEqualTo(InvitationStatus.DECLINED);
            assertThat(declined.endedAt()).isAfterOrEqualTo(acting.now());
            assertThat(statuses(acting, InvitationStatus.DECLINED)).containsExactly("new@example.com");
            refused(Kind.NOT_FOUND, () -> acting.members().show(NEW));
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("invite.decline new@example.com: role viewer -> null, status invited -> null");
        });
    }

    @Test
    void revokingTakesItBack() {
        inAcme((acting, acme) -> {
            Credential invitation = acting.invite("acme", "new@example.com", Role.VIEWER);
            Change<Invitation> revoked = acting.invitations().revoke(NEW, true);
            assertThat(revoked.made()).isTrue();
            assertThat(revoked.value().status()).isEqualTo(InvitationStatus.REVOKED);
            refused(Kind.NOT_FOUND, () -> acting.invitations().accept(invitation));
            refused(Kind.NOT_FOUND, () -> acting.invitations().revoke(NEW, false));
            Change<Invitation> again = acting.invitations().revoke(NEW, true);
            assertThat(again.made()).isFalse();
            assertThat(again.value()).isNull();
        });
    }

    @Test
    void resendingReplacesTheText() {
        inAcme((acting, acme) -> {
            Credential old = acting.invite("acme", "new@example.com", Role.VIEWER);
            Acting later = acting.at(NEXT_MONTH);
            IssuedInvitation anew = later.invitations().resend(NEW, Until.parse("1d"));
            assertThat(anew.invitation().expiresAt()).isEqualTo("2026-12-11T12:00:00Z");
            assertThat(later.lastEvent(acme.id()))
                    .isEqualTo(
                            "invite.resend new@example.com: expiresAt 2026-11-17T12:00:00.123Z -> 2026-12-11T12:00:00Z");
            refused(Kind.NOT_FOUND, () -> later.invitations().accept(old));
            assertThat(later.invitations().accept(anew.credential()).email()).isEqualTo(NEW);
            refused(Kind.NOT_FOUND, () -> later.invitations().resend(NEW, WEEK));
        });
    }

    @Test
    void listsGoOnBehindAnInvitation() {
        inAcme((acting, acme) -> {
            acting.invite("acme", "new@example.com", Role.VIEWER);
            List<Invitation> all = rows(acting.invitations().list(null, Acting.all()));
            Page<Id> page = new Page<>(null, all.get(0).id(), null);
            assertThat(rows(acting.invitations().list(null, page))).containsExactly(all.get(1));
            acting.organization("Other");
            Acting other = acting.in("other");
            refused(Kind.NOT_FOUND, () -> other.invitations().list(null, page));
            assertThat(acting.organizations().show(OrganizationReference.parse("acme")))
                    .isNotNull();
        });
    }
}
