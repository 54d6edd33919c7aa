package io.github.orgctl.core.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Members, invitations, tokens, and the table of permissions. */
class AccessModelTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final Id ID = new Id("11111111-1111-4111-8111-111111111111");
    private static final Slug ACME = new Slug("acme");
    private static final Email ANN = new Email("ann@example.com");
    private static final Invitation INVITATION = new Invitation(
            ID, ID, ACME, ANN, Role.VIEWER, InvitationStatus.PENDING, "os:me@box", NOW, NOW.plusSeconds(9), null);

    private static Token token(boolean suspended, Instant revokedAt) {
        return new Token(
                ID,
                ID,
                ACME,
                new Name("CI"),
                Role.VIEWER,
                null,
                null,
                null,
                null,
                suspended,
                "os:me@box",
                "abcdef",
                NOW,
                NOW.plusSeconds(9),
                null,
                revokedAt);
    }

    @Test
    void anInvitationExpiresAtItsEnd() {
        assertThat(INVITATION.at(NOW.plusSeconds(8))).isEqualTo(INVITATION);
        assertThat(INVITATION.at(NOW.plusSeconds(9)).status()).isEqualTo(InvitationStatus.EXPIRED);
        Invitation accepted = INVITATION.ended(InvitationStatus.ACCEPTED, NOW.plusSeconds(1));
        assertThat(accepted.at(NOW.plusSeconds(10))).isEqualTo(accepted);
        assertThat(accepted.endedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(accepted.pendingUntil(NOW.plusSeconds(20))).satisfies(again -> {
            assertThat(again.status()).isEqualTo(InvitationStatus.PENDING);
            assertThat(again.expiresAt()).isEqualTo(NOW.plusSeconds(20));
            assertThat(again.endedAt()).isNull();
        });
        assertThat(INVITATION.withRole(Role.ADMIN).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void aTokenEndsByItselfOrIsEnded() {
        assertThat(token(false, null).status(NOW.plusSeconds(8))).isEqualTo(TokenStatus.ACTIVE);
        assertThat(token(true, null).status(NOW)).isEqualTo(TokenStatus.SUSPENDED);
        assertThat(token(true, null).status(NOW.plusSeconds(9))).isEqualTo(TokenStatus.EXPIRED);
        Token revoked = token(false, null).revoked(NOW.plusSeconds(1));
        assertThat(revoked.status(NOW)).isEqualTo(TokenStatus.REVOKED);
        assertThat(revoked.revokedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void aTokenIsNamedByItsNameOrItsId() {
        assertThat(TokenReference.parse("CI").names(token(false, null))).isTrue();
        assertThat(TokenReference.parse("other").names(token(false, null))).isFalse();
        assertThat(TokenReference.parse(ID.value()).names(token(false, null))).isTrue();
        assertThat(TokenReference.parse("21111111-1111-4111-8111-111111111111").names(token(false, null)))
                .isFalse();
        assertThat(TokenReference.parse("CI")).hasToString("CI");
        assertThat(TokenReference.parse(ID.value())).hasToString(ID.value());
    }

    @Test
    void aMemberChangesLaterThanBefore() {
        Member member = new Member(ID, ID, ACME, ANN, Role.VIEWER, MemberStatus.INVITED, NOW, NOW);
        assertThat(member.isActive()).isFalse();
        assertThat(member.withStatus(MemberStatus.ACTIVE, NOW))
                .isEqualTo(new Member(ID, ID, ACME, ANN, Role.VIEWER, MemberStatus.ACTIVE, NOW, NOW.plusMillis(1)));
        assertThat(member.withRole(Role.ADMIN, NOW).role()).isEqualTo(Role.ADMIN);
        assertThat(member.withStatus(MemberStatus.ACTIVE, NOW).isActive()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyActionIsReadByItsWord(Action action) {
        assertThat(Action.parse(action.toString())).isEqualTo(action);
        assertThat(action.isRecorded()).isEqualTo(action.readers() != null);
    }

    @Test
    void statusesAreReadByTheirWords() {
        for (MemberStatus status : MemberStatus.values()) {
            assertThat(MemberStatus.parse(status.toString())).isEqualTo(status);
        }
        for (InvitationStatus status : InvitationStatus.values()) {
            assertThat(InvitationStatus.parse(status.toString())).isEqualTo(status);
        }
        assertThat(InvitationStatus.PENDING).hasToString("pending");
        assertThat(TokenStatus.ACTIVE).hasToString("active");
        assertThatThrownBy(() -> Action.parse("org.none")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> MemberStatus.parse("none")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> InvitationStatus.parse("none")).isInstanceOf(Failure.class);
    }

    @Test
    void whatMakesOrWidensPermissionsIsForPeople() {
        assertThat(Action.TOKEN_CREATE.isForPeople()).isTrue();
        assertThat(Action.MEMBER_ROLE.isForPeople()).isTrue();
        assertThat(Action.CONFIG_SET.isForPeople()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ANYBODY,     LIVE,    owner,     viewer",
        "READ,        LIVE,    owner,     viewer",
        "ENVIRONMENT, SANDBOX, owner,     developer",
        "ENVIRONMENT, LIVE,    owner,     owner",
        "ENVIRONMENT, LIVE,    developer, developer",
        "MANAGE,      LIVE,    owner,     admin",
        "TAKE_AWAY,   SANDBOX, developer, admin",
        "TAKE_AWAY,   SANDBOX, admin,     admin",
        "TAKE_AWAY,   SANDBOX, owner,     owner",
        "OWN,         LIVE,    developer, owner",
    })
    void everyRuleHasALowestRole(Rule rule, Mode mode, String liveWrites, String lowest) {
        assertThat(rule.lowest(mode, LiveWrites.parse(liveWrites))).isEqualTo(Role.parse(lowest));
    }

    @Test
    void onlySomeRulesAskWhoMayChangeLive() {
        assertThat(Rule.ENVIRONMENT.asksLiveWrites(Mode.LIVE)).isTrue();
        assertThat(Rule.ENVIRONMENT.asksLiveWrites(Mode.SANDBOX)).isFalse();
        assertThat(Rule.TAKE_AWAY.asksLiveWrites(null)).isTrue();
        assertThat(Rule.READ.asksLiveWrites(Mode.LIVE)).isFalse();
        assertThat(Rule.OPERATE.lowest(null, LiveWrites.DEFAULT)).isNull();
        for (Rule rule : Rule.values()) {
            assertThat(rule.verb()).isNotBlank();
            assertThat(rule.toString()).isNotBlank();
        }
    }

    @Test
    void levelsGoFromTheWholeToThePart() {
        assertThat(Level.PROJECT.isBelow(Level.ORGANIZATION)).isTrue();
        assertThat(Level.PROJECT.isBelow(Level.PROJECT)).isFalse();
        assertThat(Level.STORE.isBelow(Level.LIVE)).isFalse();
        assertThat(Level.STORE).hasToString("the store");
    }

    @Test
    void targetsAreNamedAsAPersonRecognizesThem() {
        assertThat(Target.ofStore("team")).isEqualTo(new Target(Target.STORE, null, null, null, "team"));
        assertThat(Target.nameOf("Ann@Example.com")).isEqualTo("ann@example.com");
        assertThat(Target.nameOf("acme/website")).isEqualTo("acme/website");
        assertThat(Target.of(INVITATION)).isEqualTo(new Target(ID, ACME, null, null, "ann@example.com"));
        assertThat(new Target(ID, ACME, ID, Mode.LIVE, "acme/website:live").projectName())
                .isEqualTo("acme/website");
        assertThat(new Target(ID, ACME, ID, null, "acme/website").projectName()).isEqualTo("acme/website");
    }
}
