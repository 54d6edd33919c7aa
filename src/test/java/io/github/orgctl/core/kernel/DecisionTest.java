package io.github.orgctl.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.core.access.Explanation;
import io.github.orgctl.core.kernel.Decision.Ground;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions and their reasons. */
class DecisionTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Id ACME = id(1);
    private static final Id WEBSITE = id(2);
    private static final Id SHOP = id(3);
    private static final Email ANN = new Email("ann@example.com");

    private static Id id(int number) {
        return new Id("00000000-0000-4000-8000-00000000000" + number);
    }

    private static Target target(Id project, Mode mode) {
        return new Target(ACME, new Slug("acme"), project, mode, "acme/x");
    }

    private static Principal member(Role role, MemberStatus status) {
        return Principal.of(ANN, made(role, status));
    }

    private static Member made(Role role, MemberStatus status) {
        return new Member(id(9), ACME, new Slug("acme"), ANN, role, status, NOW, NOW);
    }

    private static Principal token(Role role, Id project, Mode mode) {
        Token token = new Token(
                id(8),
                ACME,
                new Slug("acme"),
                new Name("CI"),
                role,
                project,
                project == null ? null : new Slug("website"),
                mode,
                null,
                false,
                "os:me@box",
                "abcdef",
                NOW,
                NOW.plusSeconds(1),
                null,
                null);
        return new TokenPrincipal(token, null, token.status(NOW)).principal(ACME);
    }

    private static Ground ground(Principal who, Action action, Target target) {
        return Decision.of(who, action, target, LiveWrites.DEFAULT).ground();
    }

    @ParameterizedTest
    @CsvSource({
        "project.list,   -,       viewer,    developer",
        "config.set,     sandbox, developer, developer",
        "secret.reveal,  sandbox, developer, owner",
        "config.set,     live,    developer, developer",
        "config.set,     live,    admin,     admin",
        "env.promote,    live,    owner,     owner",
        "secret.reveal,  live,    owner,     owner",
        "project.create, -,       admin,     developer",
        "project.move,   -,       admin,     developer",
        "project.move,   -,       owner,     owner",
        "env.lock,       live,    admin,     owner",
        "token.create,   -,       admin,     developer",
        "org.delete,     -,       owner,     developer",
    })
    void everyRoleFromTheLowestOnMay(String action, String mode, String lowest, String liveWrites) {
        Target target = mode.equals("-") ? target(null, null) : target(WEBSITE, Mode.parse(mode));
        for (Role role : Role.values()) {
            Decision decision = Decision.of(
                    member(role, MemberStatus.ACTIVE), Action.parse(action), target, LiveWrites.parse(liveWrites));
            assertThat(decision.allowed())
                    .as("%s by %s", action, role)
                    .isEqualTo(role.compareTo(Role.parse(lowest)) >= 0);
            assertThat(decision.lowest()).isEqualTo(Role.parse(lowest));
        }
    }

    @Test
    void onlyActiveMembersMayAnything() {
        Target target = target(null, null);
        for (Action action : Action.values()) {
            assertThat(Decision.of(Principal.of(ANN, null), action, target, LiveWrites.DEFAULT)
                            .allowed())
                    .isFalse();
            for (MemberStatus status : new MemberStatus[] {MemberStatus.INVITED, MemberStatus.SUSPENDED}) {
                assertThat(Decision.of(member(Role.OWNER, status), action, target, LiveWrites.DEFAULT)
                                .allowed())
                        .as("%s while %s", action, status)
                        .isFalse();
            }
        }
        assertThat(ground(member(Role.OWNER, MemberStatus.INVITED), Action.ORG_SHOW, target))
                .isEqualTo(Ground.INACTIVE);
        assertThat(ground(Principal.of(ANN, null), Action.ORG_SHOW, target)).isEqualTo(Ground.NOT_A_MEMBER);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void theOperatorMayAll(Action action) {
        Principal operator = Principal.ofOperator("os:me@box");
        assertThat(ground(operator, action, target(WEBSITE, Mode.LIVE))).isEqualTo(Ground.OPERATOR);
        assertThat(ground(operator, action, null)).isEqualTo(Ground.OPERATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "config.set,     website, sandbox, SUFFICIENT_ROLE",
        "config.set,     website, live,    OUT_OF_SCOPE",
        "config.set,     shop,    sandbox, OUT_OF_SCOPE",
        "config.list,    website, sandbox, SUFFICIENT_ROLE",
        "config.list,    website, live,    OUT_OF_SCOPE",
        "env.lock,       website, sandbox, SUFFICIENT_ROLE",
        "project.update, website, -,       OUT_OF_SCOPE",
        "project.show,   website, -,       SUFFICIENT_ROLE",
        "project.show,   shop,    -,       OUT_OF_SCOPE",
        "org.show,       -,       -,       SUFFICIENT_ROLE",
        "access.check,   website, live,    SUFFICIENT_ROLE",
        "member.list,    -,       -,       OUT_OF_SCOPE",
        "project.create, -,       -,       OUT_OF_SCOPE",
        "org.delete,     -,       -,       OUT_OF_SCOPE",
        "token.create,   -,       -,       NOT_BY_TOKEN",
    })
    void aTokenForLessIsForNothingElse(String action, String project, String mode, Ground expected) {
        Id id = project.equals("-") ? null : project.equals("shop") ? SHOP : WEBSITE;
        Target target = target(id, mode.equals("-") ? null : Mode.parse(mode));
        assertThat(ground(token(Role.OWNER, WEBSITE, Mode.SANDBOX), Action.parse(action), target))
                .isEqualTo(expected);
    }

    @Test
    void aTokenWithoutBoundsMayWhatItsRoleMay() {
        assertThat(ground(token(Role.ADMIN, null, null), Action.PROJECT_CREATE, target(null, null)))
                .isEqualTo(Ground.SUFFICIENT_ROLE);
        assertThat(ground(token(Role.ADMIN, null, null), Action.ORG_DELETE, target(null, null)))
                .isEqualTo(Ground.LOW_ROLE);
        assertThat(ground(token(Role.OWNER, null, null), Action.TOKEN_CREATE, target(null, null)))
                .isEqualTo(Ground.NOT_BY_TOKEN);
        assertThat(ground(token(Role.OWNER, null, null), Action.PROJECT_MOVE, target(WEBSITE, null)))
                .isEqualTo(Ground.NOT_BY_TOKEN);
        assertThat(ground(token(Role.OWNER, null, null), Action.ORG_CREATE, null))
                .isEqualTo(Ground.NOT_BY_TOKEN);
        assertThat(ground(token(Role.OWNER, null, null), Action.ORG_LIST, null)).isEqualTo(Ground.ANYBODY);
        assertThat(ground(token(Role.OWNER, null, null), Action.STORE_CHECK, null))
                .isEqualTo(Ground.WHOLE_STORE);
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenStatus.class,
            names = {"EXPIRED", "REVOKED", "SUSPENDED"})
    void anEndedTokenMayNothing(TokenStatus status) {
        Principal ended = new TokenPrincipal(token(Role.OWNER, null, null).token(), null, status).principal(ACME);
        for (Action action : Action.values()) {
            assertThat(Decision.of(ended, action, target(null, null), LiveWrites.DEFAULT)
                            .allowed())
                    .isFalse();
        }
        assertThat(ground(ended, Action.ORG_SHOW, target(null, null))).isEqualTo(Ground.ENDED_TOKEN);
    }

    @Test
    void theStoreAsAWholeIsTheOperators() {
        Principal owner = member(Role.OWNER, MemberStatus.ACTIVE);
        assertThat(ground(owner, Action.STORE_CHECK, null)).isEqualTo(Ground.WHOLE_STORE);
        assertThat(ground(owner, Action.SECRET_ROTATE_KEY, null)).isEqualTo(Ground.WHOLE_STORE);
        assertThat(ground(owner, Action.ORG_CREATE, null)).isEqualTo(Ground.ANYBODY);
    }

    @Test
    void whatWouldHelpIsSaid() {
        Target live = new Target(ACME, new Slug("acme"), WEBSITE, Mode.LIVE, "acme/website:live");
        assertThat(suggestion(member(Role.DEVELOPER, MemberStatus.ACTIVE), Action.CONFIG_SET, live))
                .isEqualTo("orgctl member role ann@example.com admin --org acme\n"
                        + "orgctl org update acme --live-writes developer");
        assertThat(suggestion(member(Role.VIEWER, MemberStatus.ACTIVE), Action.CONFIG_SET, live))
                .isEqualTo("orgctl member role ann@example.com admin --org acme");
        Target project = new Target(ACME, new Slug("acme"), WEBSITE, null, "acme/website");
        assertThat(suggestion(member(Role.DEVELOPER, MemberStatus.ACTIVE), Action.PROJECT_MOVE, project))
                .isEqualTo("orgctl member role ann@example.com admin --org acme");
        assertThat(suggestion(Principal.of(ANN, null), Action.CONFIG_LIST, live))
                .isEqualTo("orgctl member invite ann@example.com --role viewer --org acme");
        assertThat(suggestion(member(Role.OWNER, MemberStatus.SUSPENDED), Action.CONFIG_SET, live))
                .isEqualTo("orgctl member activate ann@example.com --org acme");
        assertThat(suggestion(token(Role.VIEWER, null, null), Action.CONFIG_SET, live))
                .isEqualTo("orgctl token create --name NAME --role admin --project acme/website");
        assertThat(suggestion(member(Role.ADMIN, MemberStatus.ACTIVE), Action.CONFIG_SET, live))
                .isNull();
    }

    @Test
    void everythingThatStandsInTheWayIsSaid() {
        Target acme = target(null, null);
        Principal suspended = member(Role.VIEWER, MemberStatus.SUSPENDED);
        assertThat(suggestion(suspended, Action.PROJECT_CREATE, acme))
                .isEqualTo("orgctl member activate ann@example.com --org acme"
                        + " && orgctl member role ann@example.com admin --org acme");
        assertThat(explanation(suspended, Action.PROJECT_CREATE, acme).reason())
                .isEqualTo("the membership is suspended, and the role admin is required, not viewer");
        assertThat(suggestion(suspended, Action.PROJECT_LIST, acme))
                .isEqualTo("orgctl member activate ann@example.com --org acme");
        assertThat(suggestion(member(Role.ADMIN, MemberStatus.INVITED), Action.BILLING_UPDATE, acme))
                .isEqualTo("orgctl invite accept && orgctl member role ann@example.com owner --org acme");
        Target live = new Target(ACME, new Slug("acme"), WEBSITE, Mode.LIVE, "acme/website:live");
        assertThat(suggestion(member(Role.DEVELOPER, MemberStatus.SUSPENDED), Action.CONFIG_SET, live))
                .isEqualTo("orgctl member activate ann@example.com --org acme"
                        + " && orgctl member role ann@example.com admin --org acme\n"
                        + "orgctl member activate ann@example.com --org acme"
                        + " && orgctl org update acme --live-writes developer");
    }

    @Test
    void theMakerOfATokenIsNamedWhereTheyDecide() {
        Target acme = target(null, null);
        Token admin = token(Role.ADMIN, null, null).token();
        Principal bounded =
                new TokenPrincipal(admin, made(Role.VIEWER, MemberStatus.ACTIVE), TokenStatus.ACTIVE).principal(ACME);
        assertThat(ground(bounded, Action.PROJECT_CREATE, acme)).isEqualTo(Ground.LIMITED_BY_CREATOR);
        assertThat(explanation(bounded, Action.PROJECT_CREATE, acme).reason())
                .isEqualTo(
                        "the role admin is required, which the token has, but its creator ann@example.com is viewer");
        assertThat(suggestion(bounded, Action.PROJECT_CREATE, acme))
                .isEqualTo("orgctl member role ann@example.com admin --org acme");
        assertThat(ground(bounded, Action.BILLING_UPDATE, acme)).isEqualTo(Ground.LOW_ROLE);
        Principal suspended = new TokenPrincipal(
                        admin, made(Role.VIEWER, MemberStatus.SUSPENDED), TokenStatus.SUSPENDED)
                .principal(ACME);
        assertThat(explanation(suspended, Action.PROJECT_LIST, acme).reason())
                .isEqualTo("the token is suspended, as is its creator ann@example.com");
        assertThat(suggestion(suspended, Action.PROJECT_LIST, acme))
                .isEqualTo("orgctl member activate ann@example.com --org acme");
        assertThat(suggestion(suspended, Action.PROJECT_CREATE, acme))
                .isEqualTo("orgctl member activate ann@example.com --org acme"
                        + " && orgctl member role ann@example.com admin --org acme");
        assertThat(suggestion(suspended, Action.TOKEN_CREATE, acme)).isNull();
        assertThat(suggestion(token(Role.VIEWER, null, null), Action.ORG_CREATE, null))
                .isNull();
    }

    @Test
    void addressesAreQuotedForAShell() {
        Principal stranger = Principal.of(new Email("z`id`@example.com"), null);
        assertThat(suggestion(stranger, Action.ORG_SHOW, target(null, null)))
                .isEqualTo("orgctl member invite 'z`id`@example.com' --role viewer --org acme");
    }

    private static String suggestion(Principal who, Action action, Target target) {
        return HintSpelling.ofAlternatives(explanation(who, action, target).suggestions());
    }

    private static Explanation explanation(Principal who, Action action, Target target) {
        return Explanation.of(who, action, target, LiveWrites.parse("admin"));
    }

    @Test
    void anEndedTokenMayNothingInTheStoreEither() {
        Principal ended =
                new TokenPrincipal(token(Role.OWNER, null, null).token(), null, TokenStatus.EXPIRED).principal(ACME);
        assertThat(ground(ended, Action.ORG_LIST, null)).isEqualTo(Ground.ENDED_TOKEN);
        assertThat(ground(ended, Action.STORE_CHECK, null)).isEqualTo(Ground.WHOLE_STORE);
    }

    @Test
    void aTokenIsForOneOrganization() {
        Principal elsewhere =
                new TokenPrincipal(token(Role.OWNER, null, null).token(), null, TokenStatus.ACTIVE).principal(SHOP);
        Target other = new Target(SHOP, new Slug("shop"), null, null, "shop");
        assertThat(ground(elsewhere, Action.ORG_SHOW, other)).isEqualTo(Ground.OTHER_ORGANIZATION);
        assertThat(explanation(elsewhere, Action.ORG_SHOW, other).reason())
                .isEqualTo("the token is for the organization acme");
    }

    @Test
    void whatATokenIsRestrictedToIsSaid() {
        Target whole = target(null, null);
        assertThat(explanation(token(Role.OWNER, WEBSITE, Mode.SANDBOX), Action.MEMBER_LIST, whole)
                        .reason())
                .isEqualTo("the token is restricted to the project website in sandbox");
        assertThat(explanation(token(Role.OWNER, WEBSITE, null), Action.MEMBER_LIST, whole)
                        .reason())
                .isEqualTo("the token is restricted to the project website");
        assertThat(explanation(token(Role.OWNER, null, Mode.LIVE), Action.CONFIG_SET, target(WEBSITE, Mode.SANDBOX))
                        .reason())
                .isEqualTo("the token is restricted to live");
    }

    @ParameterizedTest
    @CsvSource({"VIEWER, DEVELOPER, false", "DEVELOPER, DEVELOPER, true", "OWNER, DEVELOPER, true"})
    void aRuleIsFulfilledFromItsLowestRoleOn(Role role, Role lowest, boolean fulfilled) {
        Decision decision = Decision.of(
                member(role, MemberStatus.ACTIVE), Rule.ENVIRONMENT, target(WEBSITE, Mode.SANDBOX), LiveWrites.DEFAULT);
        assertThat(decision.allowed()).isEqualTo(fulfilled);
        assertThat(decision.lowest()).isEqualTo(lowest);
        assertThat(Decision.of(Principal.ofOperator("os:me@box"), Rule.OPERATE, target(null, null), LiveWrites.DEFAULT)
                        .allowed())
                .isTrue();
    }
}
