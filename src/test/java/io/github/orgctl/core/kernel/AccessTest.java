package io.github.orgctl.core.kernel;

import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.access.TokenDetails;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.organization.OrganizationChanges;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static Acting unnamed(Acting acting) {
        Credentials credentials = new Credentials(null, null, () -> "os:ann@home", true);
        return new Acting(acting.tx(), acting.memory(), acting.now(), credentials, acting.context());
    }

    @Test
    void whereNamesAreRequiredNobodyUnnamedChangesAnything() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            refused(Kind.FORBIDDEN, () -> unnamed(operator).organization("Other"));
            refused(Kind.FORBIDDEN, () -> unnamed(operator).project("acme", "Website"));
            assertThat(unnamed(operator)
                            .organizations()
                            .show(OrganizationReference.parse("acme"))
                            .name())
                    .hasToString("Acme");
        });
    }

    @Test
    void aTokenActsForThePersonWhoMadeIt() {
        Acting.inNewStore(operator -> {
            Acting ann = operator.as("ann@example.com");
            ann.organization("Acme");
            TokenDetails hers = ann.token("acme", "hers", Role.VIEWER, null, null);
            assertThat(operator.with(hers).work().access().person()).isEqualTo(new Email("ann@example.com"));
            TokenDetails nobodys = operator.token("acme", "nobodys", Role.VIEWER, null, null);
            assertThat(operator.with(nobodys).work().access().person()).isNull();
        });
    }

    @Test
    void workKnowsWhatItStandsIn() {
        Acting.inNewStore(operator -> {
            assertThat(operator.in("acme").work().context())
                    .isEqualTo(operator.in("acme").context());
        });
    }

    @Test
    void whoActsIsNamedWithTheTokenInUse() {
        Acting.inNewStore(operator -> {
            Acting ann = operator.as("Ann@example.com");
            ann.organization("Acme");
            Acting token = operator.with(ann.token("acme", "CI", Role.VIEWER, null, null));
            assertThat(operator.work().access().name()).isEqualTo("os:ann@home");
            assertThat(ann.work().access().name()).isEqualTo("ann@example.com");
            assertThat(token.work().access().name()).isEqualTo("ann@example.com with the token CI");
        });
    }

    /** Acme, which Ann owns, and Other, in which she is a viewer; she is not in Third. */
    private static void inThree(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.as("ann@example.com").organization("Acme");
            operator.organization("Other");
            operator.organization("Third");
            operator.join("other", "ann@example.com", Role.VIEWER);
            test.accept(operator);
        });
    }

    private static Organization organization(Acting acting, String slug) {
        return acting.organizations().show(OrganizationReference.parse(slug));
    }

    @Test
    void anActionsScopeIsWhereItIsAllowed() {
        inThree(operator -> {
            Id acme = organization(operator, "acme").id();
            Id other = organization(operator, "other").id();
            Access ann = operator.as("ann@example.com").work().access();
            assertThat(ann.scope(Action.ORG_SHOW).organizations()).containsExactlyInAnyOrder(acme, other);
            assertThat(ann.scope(Action.ORG_UPDATE).organizations()).containsExactly(acme);
            assertThat(operator.work().access().scope(Action.ORG_UPDATE)).isEqualTo(AccessScope.EVERYTHING);
            operator.project("acme", "Website");
            Access token = operator.with(operator.token("acme", "ci", Role.VIEWER, "website", Mode.LIVE))
                    .work()
                    .access();
            assertThat(token.scope(Action.CONFIG_LIST).organizations()).isEmpty();
            assertThat(token.scope(Action.CONFIG_LIST).mode()).isEqualTo(Mode.LIVE);
        });
    }

    @Test
    void aRoleDecidesWhatMayBeDone() {
        inThree(operator -> {
            Target acme = Target.of(organization(operator, "acme"));
            Target other = Target.of(organization(operator, "other"));
            Access ann = operator.as("ann@example.com").work().access();
            assertThat(ann.permits(Action.ORG_UPDATE, acme)).isTrue();
            assertThat(ann.permits(Action.ORG_UPDATE, other)).isFalse();
            assertThat(ann.may(Action.ORG_UPDATE, acme)).isTrue();
            assertThat(ann.may(Action.ORG_UPDATE, other)).isFalse();
            assertThat(ann.fulfils(Rule.OWN, acme.organizationId())).isTrue();
            assertThat(ann.fulfils(Rule.OWN, other.organizationId())).isFalse();
            assertThat(ann.may(Action.ORG_CREATE, null)).isTrue();
            assertThat(ann.may(Action.STORE_CHECK, null)).isFalse();
        });
    }

    @Test
    void theOperatorMayEverythingButChangeThingsUnnamedWhereNamesAreRequired() {
        inThree(operator -> {
            Target acme = Target.of(organization(operator, "acme"));
            Access named = operator.work().access();
            assertThat(named.may(Action.ORG_UPDATE, acme)).isTrue();
            assertThat(named.may(Action.STORE_CHECK, null)).isTrue();
            Access unnamed = unnamed(operator).work().access();
            assertThat(unnamed.may(Action.ORG_UPDATE, acme)).isFalse();
            assertThat(unnamed.may(Action.ORG_SHOW, acme)).isTrue();
            assertThat(unnamed.may(Action.STORE_CHECK, null)).isTrue();
        });
    }

    /** Revealing a secret is recorded as changes are. */
    @Test
    void whereNamesAreRequiredNothingRecordedIsListedUnnamed() {
        inThree(operator -> {
            Resolver resolver = unnamed(operator).work().resolver();
            refused(Kind.FORBIDDEN, () -> resolver.listed(true, Action.SECRET_REVEAL));
            refused(Kind.FORBIDDEN, () -> resolver.asked(Action.SECRET_REVEAL));
            assertThat(resolver.listed(true, Action.SECRET_LIST)).isEqualTo(AccessScope.EVERYTHING);
            assertThat(resolver.asked(Action.SECRET_LIST)).isEqualTo(AccessScope.EVERYTHING);
        });
    }

    @Test
    void anOrganizationSaysWhoMayChangeItsLive() {
        inThree(operator -> {
            operator.project("acme", "Website");
            operator.join("acme", "dan@example.com", Role.DEVELOPER);
            Project website = operator.projects().show(ProjectReference.parse("acme/website"));
            Target live = Target.of(website, Mode.LIVE);
            Target sandbox = Target.of(website, Mode.SANDBOX);
            Acting dan = operator.as("dan@example.com");
            assertThat(dan.work().access().permits(Action.CONFIG_SET, live)).isTrue();
            operator.organizations()
                    .update(
                            OrganizationReference.parse("acme"),
                            new OrganizationChanges(null, null, null, null, new LiveWrites(Role.ADMIN)),
                            null);
            assertThat(dan.work().access().permits(Action.CONFIG_SET, live)).isFalse();
            assertThat(dan.work().access().permits(Action.CONFIG_SET, sandbox)).isTrue();
            assertThat(dan.work().access().permits(Action.CONFIG_LIST, live)).isTrue();
        });
    }

    @Test
    void aTokenIsToldThatOnlyPeopleMay() {
        inThree(operator -> {
            Acting token = operator.with(operator.token("acme", "ci", Role.OWNER, null, null));
            Failure byToken = Acting.failure(() -> token.work().access().require(Action.ORG_CREATE));
            assertThat(byToken.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(byToken.hint()).isEqualTo(Advice.ACT_AS_PERSON.of());
            Acting ann = operator.as("ann@example.com");
            Failure byPerson = Acting.failure(() -> ann.work().access().require(Action.STORE_CHECK));
            assertThat(byPerson.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(byPerson.hint()).hasToString("ask the local operator");
        });
    }

    /** The access check explains the reason for the same actor, action and place. */
    @Test
    void whoIsRefusedIsToldHowToAskForTheReason() {
        inThree(operator -> {
            Project website = operator.project("acme", "Website");
            operator.join("acme", "vera@example.com", Role.VIEWER);
            Acting vera = operator.as("vera@example.com");
            TokenDetails ci = operator.token("acme", "ci", Role.VIEWER, null, null);
            Id id = ci.token().id();
            Target acme = Target.of(organization(operator, "acme"));
            Target live = Target.of(website, Mode.LIVE);
            assertThat(hint(vera, Action.ORG_UPDATE, acme))
                    .isEqualTo(Advice.EXPLAIN_MEMBER_IN.of("vera@example.com", Action.ORG_UPDATE, acme.organization()));
            assertThat(hint(vera, Action.CONFIG_SET, live))
                    .isEqualTo(Advice.EXPLAIN_MEMBER.of("vera@example.com", Action.CONFIG_SET, "acme/website:live"));
            assertThat(hint(vera, Action.PROJECT_UPDATE, Target.of(website)))
                    .isEqualTo(Advice.EXPLAIN_MEMBER.of("vera@example.com", Action.PROJECT_UPDATE, "acme/website"));
            // Of a promotion, the place is the project.
            assertThat(hint(vera, Action.ENV_PROMOTE, live))
                    .isEqualTo(Advice.EXPLAIN_MEMBER.of("vera@example.com", Action.ENV_PROMOTE, "acme/website"));
            // Of what has a place in general, none is named here.
            assertThat(hint(vera, Action.CONFIG_SET, acme))
                    .isEqualTo(Advice.EXPLAIN_MEMBER_IN.of("vera@example.com", Action.CONFIG_SET, acme.organization()));
            assertThat(hint(vera, Action.PROJECT_UPDATE, acme))
                    .isEqualTo(Advice.EXPLAIN_MEMBER_IN.of(
                            "vera@example.com", Action.PROJECT_UPDATE, acme.organization()));
            assertThat(hint(operator.with(ci), Action.ORG_UPDATE, acme))
                    .isEqualTo(Advice.EXPLAIN_TOKEN_IN.of(id, Action.ORG_UPDATE, acme.organization()));
            assertThat(hint(operator.with(ci), Action.CONFIG_SET, live))
                    .isEqualTo(Advice.EXPLAIN_TOKEN.of(id, Action.CONFIG_SET, "acme/website:live"));
        });
    }

    private static Hint hint(Acting acting, Action action, Target target) {
        Failure failure = Acting.failure(() -> acting.work().access().require(action, target));
        assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
        return failure.hint();
    }

    @Test
    void aRoleThatIsMoreThanEnoughIsToldWithTheLowest() {
        inThree(operator -> {
            Target acme = Target.of(organization(operator, "acme"));
            Principal ann = operator.as("ann@example.com").work().access().principal(acme.organizationId());
            assertThat(Decision.of(ann, Action.ORG_UPDATE, acme, LiveWrites.DEFAULT)
                            .reason(ann))
                    .isEqualTo("the role owner is sufficient");
            assertThat(Decision.of(ann, Action.ORG_SHOW, acme, LiveWrites.DEFAULT)
                            .reason(ann))
                    .isEqualTo("the role owner is sufficient (required: viewer)");
        });
    }
}
