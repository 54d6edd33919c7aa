package io.github.orgctl.core.access;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Removal;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Page;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Acme has the owner olga, the admin adam, the developer dora and the viewer vera. */
class MemberServiceTest {
    private static final Email OLGA = new Email("olga@example.com");
    private static final Email ADAM = new Email("adam@example.com");
    private static final Email DORA = new Email("dora@example.com");
    private static final Email VERA = new Email("vera@example.com");
    private static final Email NOBODY = new Email("nobody@example.com");

    private static void inAcme(BiConsumer<Acting, Organization> test) {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.join("acme", "olga@example.com", Role.OWNER);
            operator.join("acme", "adam@example.com", Role.ADMIN);
            operator.join("acme", "dora@example.com", Role.DEVELOPER);
            operator.join("acme", "vera@example.com", Role.VIEWER);
            test.accept(operator.in("acme"), acme);
        });
    }

    private static Acting as(Acting acting, Email person) {
        return acting.as(person.value());
    }

    @Test
    void listsMembersByAddressAndGoesOnBehindOne() {
        inAcme((acting, acme) -> {
            List<Member> members = rows(acting.members().list(Acting.all()));
            assertThat(members).extracting(Member::email).containsExactly(ADAM, DORA, OLGA, VERA);
            assertThat(rows(acting.members().list(new Page<>(1L, DORA, null))))
                    .extracting(Member::email)
                    .containsExactly(OLGA);
            refused(Kind.NOT_FOUND, () -> acting.members().list(new Page<>(null, NOBODY, null)));
            assertThat(acting.members().show(VERA).role()).isEqualTo(Role.VIEWER);
            refused(Kind.NOT_FOUND, () -> acting.members().show(NOBODY));
        });
    }

    @Test
    void changesARoleAndRecordsIt() {
        inAcme((acting, acme) -> {
            Change<Member> change = as(acting, ADAM).members().changeRole(VERA, Role.ADMIN);
            assertThat(change.made()).isTrue();
            assertThat(change.value().role()).isEqualTo(Role.ADMIN);
            assertThat(acting.members().show(VERA)).isEqualTo(change.value());
            assertThat(acting.lastEvent(acme.id())).isEqualTo("member.role vera@example.com: role viewer -> admin");
        });
    }

    @Test
    void theSameRoleChangesNothing() {
        inAcme((acting, acme) -> {
            int events = acting.events(acme.id()).size();
            assertThat(acting.members().changeRole(VERA, Role.VIEWER).made()).isFalse();
            assertThat(acting.events(acme.id())).hasSize(events);
        });
    }

    @Test
    void nobodyActsAboveTheirOwnRole() {
        inAcme((acting, acme) -> {
            refused(Kind.FORBIDDEN, () -> as(acting, ADAM).members().changeRole(OLGA, Role.ADMIN));
            refused(Kind.FORBIDDEN, () -> as(acting, ADAM).members().changeRole(VERA, Role.OWNER));
            refused(Kind.FORBIDDEN, () -> as(acting, ADAM).members().remove(OLGA, false));
            refused(Kind.FORBIDDEN, () -> as(acting, ADAM).members().suspend(OLGA));
            refused(Kind.FORBIDDEN, () -> as(acting, DORA).members().changeRole(VERA, Role.DEVELOPER));
        });
    }

    @Test
    void theLastOwnerStays() {
        inAcme((acting, acme) -> {
            refused(Kind.RULE, () -> acting.members().changeRole(OLGA, Role.ADMIN));
            refused(Kind.RULE, () -> acting.members().suspend(OLGA));
            refused(Kind.RULE, () -> acting.members().remove(OLGA, false));
            refused(Kind.RULE, () -> as(acting, OLGA).members().leave());
        });
    }

    @Test
    void anOwnerBesideAnotherMayGo() {
        inAcme((acting, acme) -> {
            acting.members().changeRole(ADAM, Role.OWNER);
            assertThat(acting.members().changeRole(OLGA, Role.ADMIN).value().role())
                    .isEqualTo(Role.ADMIN);
            acting.members().changeRole(OLGA, Role.OWNER);
            assertThat(as(acting, ADAM).members().leave().member().email()).isEqualTo(ADAM);
        });
    }

    @Test
    void aSuspendedOwnerIsNoneThatCounts() {
        inAcme((acting, acme) -> {
            acting.members().changeRole(ADAM, Role.OWNER);
            acting.members().suspend(ADAM);
            refused(Kind.RULE, () -> acting.members().suspend(OLGA));
            // Nobody is missed who was none.
            assertThat(acting.members().changeRole(ADAM, Role.ADMIN).made()).isTrue();
            assertThat(acting.members().remove(ADAM, false).made()).isTrue();
        });
    }

    @Test
    void suspendsAndActivates() {
        inAcme((acting, acme) -> {
            Change<Member> suspended = acting.members().suspend(DORA);
            assertThat(suspended.made()).isTrue();
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("member.suspend dora@example.com: status active -> suspended");
            assertThat(acting.members().show(DORA).status()).isEqualTo(MemberStatus.SUSPENDED);
            assertThat(acting.members().suspend(DORA).made()).isFalse();
            assertThat(acting.members().activate(DORA).made()).isTrue();
            assertThat(acting.members().show(DORA).status()).isEqualTo(MemberStatus.ACTIVE);
            assertThat(acting.members().activate(DORA).made()).isFalse();
        });
    }

    @Test
    void somebodyWhoIsInvitedHasNothingToSuspend() {
        inAcme((acting, acme) -> {
            acting.invite("acme", "new@example.com", Role.VIEWER);
            refused(Kind.RULE, () -> acting.members().suspend(new Email("new@example.com")));
            refused(Kind.RULE, () -> acting.members().activate(new Email("new@example.com")));
        });
    }

    @Test
    void aNewRoleOfSomebodyInvitedIsTheirInvitationsToo() {
        inAcme((acting, acme) -> {
            Email invited = new Email("new@example.com");
            var invitation = acting.invite("acme", "new@example.com", Role.VIEWER);
            acting.members().changeRole(invited, Role.DEVELOPER);
            assertThat(acting.tx()
                            .invitations()
                            .findPending(acme.id(), invited)
                            .orElseThrow()
                            .role())
                    .isEqualTo(Role.DEVELOPER);
            assertThat(acting.as("new@example.com")
                            .invitations()
                            .accept(invitation)
                            .role())
                    .isEqualTo(Role.DEVELOPER);
        });
    }

    @Test
    void whoIsRemovedLosesTheirTokens() {
        inAcme((acting, acme) -> {
            acting.project("acme", "Website");
            TokenDetails token = as(acting, ADAM).token("acme", "ci", Role.DEVELOPER, null, null);
            Change<Removal> removal = acting.members().remove(ADAM, false);
            assertThat(removal.made()).isTrue();
            assertThat(removal.value().member().email()).isEqualTo(ADAM);
            assertThat(removal.value().projects()).isEqualTo(1);
            assertThat(removal.value().tokens())
                    .extracting(each -> each.id())
                    .containsExactly(token.token().id());
            assertThat(acting.tx()
                            .tokens()
                            .find(token.token().id())
                            .orElseThrow()
                            .status(acting.now()))
                    .isEqualTo(TokenStatus.REVOKED);
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("member.remove adam@example.com: role admin -> null, status active -> null");
            refused(Kind.NOT_FOUND, () -> acting.members().show(ADAM));
        });
    }

    @Test
    void whoIsRemovedCanAcceptNothing() {
        inAcme((acting, acme) -> {
            var invitation = acting.invite("acme", "new@example.com", Role.VIEWER);
            acting.members().remove(new Email("new@example.com"), false);
            assertThat(rows(acting.invitations().list(InvitationStatus.REVOKED, Acting.all())))
                    .hasSize(1);
            refused(
                    Kind.NOT_FOUND,
                    () -> acting.as("new@example.com").invitations().accept(invitation));
        });
    }

    @Test
    void whoIsNotThereCanBeRemovedOnRequest() {
        inAcme((acting, acme) -> {
            refused(Kind.NOT_FOUND, () -> acting.members().remove(NOBODY, false));
            Change<Removal> none = acting.members().remove(NOBODY, true);
            assertThat(none.made()).isFalse();
            assertThat(none.value()).isNull();
            assertThat(acting.members().remove(VERA, true).made()).isTrue();
        });
    }

    @Test
    void onlyAPersonLeaves() {
        inAcme((acting, acme) -> {
            refused(Kind.USAGE, () -> acting.members().leave());
            assertThat(as(acting, VERA).members().leave().member().email()).isEqualTo(VERA);
            refused(Kind.NOT_FOUND, () -> acting.members().show(VERA));
        });
    }

    @Test
    void ownershipGoesFromOneToAnother() {
        inAcme((acting, acme) -> {
            Change<List<Member>> change = as(acting, OLGA).members().transferOwnership(DORA, null);
            assertThat(change.made()).isTrue();
            assertThat(change.value()).extracting(Member::email).containsExactly(DORA, OLGA);
            assertThat(acting.members().show(DORA).role()).isEqualTo(Role.OWNER);
            assertThat(acting.members().show(OLGA).role()).isEqualTo(Role.ADMIN);
        });
    }

    @Test
    void theOperatorTakesItFromTheOnlyOwner() {
        inAcme((acting, acme) -> {
            acting.members().transferOwnership(DORA, null);
            assertThat(acting.members().show(OLGA).role()).isEqualTo(Role.ADMIN);
            acting.members().changeRole(VERA, Role.OWNER);
            refused(Kind.USAGE, () -> acting.members().transferOwnership(ADAM, null));
            acting.members().transferOwnership(ADAM, VERA);
            assertThat(acting.members().show(VERA).role()).isEqualTo(Role.ADMIN);
            assertThat(acting.members().show(DORA).role()).isEqualTo(Role.OWNER);
        });
    }

    @Test
    void whereNobodyOwnsAnythingThereIsNobodyToTakeItFrom() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.join("acme", "dora@example.com", Role.DEVELOPER);
            Change<List<Member>> change = operator.in("acme").members().transferOwnership(DORA, null);
            assertThat(change.made()).isTrue();
            assertThat(change.value()).extracting(Member::role).containsExactly(Role.OWNER);
        });
    }

    @Test
    void anOwnerKeepsItWhoTransfersToThemselves() {
        inAcme((acting, acme) -> {
            Change<List<Member>> change = acting.members().transferOwnership(OLGA, null);
            assertThat(change.made()).isFalse();
            assertThat(change.value()).extracting(Member::email).containsExactly(OLGA);
        });
    }

    @Test
    void anotherOwnerMayBeTheHeir() {
        inAcme((acting, acme) -> {
            acting.members().changeRole(ADAM, Role.OWNER);
            Change<List<Member>> change = acting.members().transferOwnership(ADAM, OLGA);
            assertThat(change.made()).isTrue();
            assertThat(change.value()).extracting(Member::role).containsExactly(Role.OWNER, Role.ADMIN);
        });
    }

    @Test
    void ownershipGoesToActiveMembersFromOwners() {
        inAcme((acting, acme) -> {
            acting.members().suspend(VERA);
            refused(Kind.RULE, () -> acting.members().transferOwnership(VERA, null));
            refused(Kind.RULE, () -> acting.members().transferOwnership(DORA, ADAM));
            refused(Kind.FORBIDDEN, () -> as(acting, ADAM).members().transferOwnership(ADAM, OLGA));
            refused(Kind.NOT_FOUND, () -> acting.members().transferOwnership(NOBODY, null));
        });
    }

    @Test
    void aListTellsWhetherItsLimitLeftSomethingOut() {
        inAcme((acting, acme) -> {
            Page<Email> one = new Page<>(1L, null, null);
            assertThat(acting.members().list(one).forEach(member -> {})).isTrue();
            assertThat(acting.members().list(Acting.all()).forEach(member -> {}))
                    .isFalse();
            assertThat(acting.invitations()
                            .list(InvitationStatus.PENDING, new Page<>(1L, null, null))
                            .forEach(invitation -> {}))
                    .isFalse();
            acting.invite("acme", "one@example.com", Role.VIEWER);
            acting.invite("acme", "two@example.com", Role.VIEWER);
            assertThat(acting.invitations()
                            .list(InvitationStatus.PENDING, new Page<>(1L, null, null))
                            .forEach(invitation -> {}))
                    .isTrue();
            acting.token("acme", "one", Role.VIEWER, null, null);
            assertThat(acting.tokens().list(new Page<>(1L, null, null), false).forEach(token -> {}))
                    .isFalse();
            acting.token("acme", "two", Role.VIEWER, null, null);
            assertThat(acting.tokens().list(new Page<>(1L, null, null), false).forEach(token -> {}))
                    .isTrue();
        });
    }

    @Test
    void noTokenAcceptsAnInvitation() {
        inAcme((acting, acme) -> {
            Credential invitation = acting.invite("acme", "new@example.com", Role.VIEWER);
            Acting token = acting.with(acting.token("acme", "ci", Role.ADMIN, null, null));
            refused(Kind.FORBIDDEN, () -> token.invitations().accept(invitation));
        });
    }
}
