package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who acts in a transaction, what they see and what they may do: the one place where rights are checked. What somebody
 * does not see does not exist for them; what they see and may not do is FORBIDDEN.
 */
public final class Access {
    private final Tx tx;
    private final Credentials credentials;
    private final Instant now;
    private TokenPrincipal tokenPrincipal;

    public Access(Tx tx, Credentials credentials, Instant now) {
        this.tx = tx;
        this.credentials = credentials;
        this.now = now;
    }

    /** Whether the local operator acts, who may do all. */
    public boolean isOperator() {
        return credentials.isOperator();
    }

    /** The person who acts, with or without a token, or null where it is the local operator. */
    public Email person() {
        return credentials.token() == null
                ? credentials.person()
                : tokenPrincipal().person();
    }

    /** The token it is done with, or null. */
    public Token token() {
        return credentials.token() == null ? null : tokenPrincipal().token();
    }

    /** Who acts, as the audit trail names them: the person's mailbox, or the local operator. */
    public String actor() {
        if (token() != null) {
            return token().createdBy();
        }
        return person() == null ? credentials.operator().get() : person().mailbox();
    }

    /** Who acts and with what, as histories and messages name them. */
    public String name() {
        return token() == null ? actor() : actor() + " with the token " + token().name();
    }

    /**
     * How far the acting identity sees.
     *
     * @throws Failure FORBIDDEN when a token is not valid
     */
    public AccessScope scope() {
        if (isOperator()) {
            return AccessScope.EVERYTHING;
        }
        if (token() != null) {
            return new AccessScope(List.of(token().organizationId()), token().projectId(), token().mode());
        }
        List<Id> organizations = new ArrayList<>();
        for (Member member : tx.members().memberships(person())) {
            if (member.isActive()) {
                organizations.add(member.organizationId());
            }
        }
        return new AccessScope(organizations, null, null);
    }

    /**
     * Whether the acting identity sees an organization at all.
     *
     * @throws Failure FORBIDDEN when a token is not valid
     */
    public boolean sees(Id organizationId) {
        return isOperator() || role(organizationId) != null;
    }

    /** Whether the acting identity sees a project of an organization that it sees. */
    public boolean seesProject(Id projectId) {
        return token() == null
                || token().projectId() == null
                || token().projectId().equals(projectId);
    }

    /**
     * The role of the acting identity in an organization.
     *
     * @return null where it has none, and for the local operator, who needs none
     */
    public Role role(Id organizationId) {
        return principal(organizationId).role();
    }

    /** Who the acting identity is in an organization. */
    public Principal principal(Id organizationId) {
        if (isOperator()) {
            return Principal.ofOperator(name());
        }
        return token() == null
                ? principal(person(), organizationId)
                : tokenPrincipal().principal(organizationId);
    }

    /** Who the acting identity is outside of any organization. */
    public Principal principal() {
        if (isOperator()) {
            return Principal.ofOperator(name());
        }
        return token() == null ? Principal.of(person(), null) : tokenPrincipal().principal(null);
    }

    /** The principal of an actor in an organization. */
    public Principal principal(Email person, Id organizationId) {
        return Principal.of(person, tx.members().find(organizationId, person).orElse(null));
    }

    /** Who the bearer of some token would be in an organization now. */
    public Principal principal(Token token, Id organizationId) {
        return TokenPrincipal.of(token, tx, now).principal(organizationId);
    }

    /**
     * Refuses what the acting identity may not do.
     *
     * @throws Failure FORBIDDEN
     */
    public void require(Action action, Target target) {
        requireName(action);
        if (isOperator()) {
            return;
        }
        Principal who = principal(target.organizationId());
        Decision decision = Decision.of(who, action, target, liveWrites(action, target));
        if (!decision.allowed()) {
            throw new Failure(
                    Failure.Kind.FORBIDDEN,
                    name() + " is not allowed to perform '" + action + "' on " + target.name() + ": "
                            + decision.reason(who),
                    Suggestion.question(who, action, target));
        }
    }

    /**
     * Refuses to act on a role, or to hand one out, that is above one's own, in an organization where one has a role.
     *
     * @throws Failure FORBIDDEN
     */
    public void requireRank(Role other, Action action, Target target) {
        Role own = isOperator() ? Role.OWNER : role(target.organizationId());
        if (own.compareTo(other) < 0) {
            throw new Failure(
                    Failure.Kind.FORBIDDEN,
                    name() + " is not allowed to perform '" + action + "' on " + target.name() + ": the role " + other
                            + " is above their own (" + own + ")",
                    Advice.ASK_MEMBER.of(other, target.organization()));
        }
    }

    /**
     * Refuses what is done to the store rather than to an organization, unless the acting identity may.
     *
     * @throws Failure FORBIDDEN
     */
    public void require(Action action) {
        requireName(action);
        if (isOperator()) {
            return;
        }
        Principal who = principal();
        Decision decision = Decision.of(who, action, null, null);
        if (!decision.allowed()) {
            throw new Failure(
                    Failure.Kind.FORBIDDEN,
                    name() + " is not allowed to perform '" + action + "': " + decision.reason(who),
                    decision.ground() == Decision.Ground.NOT_BY_TOKEN
                            ? Advice.ACT_AS_PERSON.of()
                            : Hint.words("ask the local operator"));
        }
    }

    /** How far the acting identity sees, within the organizations to which as a whole it may do something. */
    public AccessScope scope(Action action) {
        AccessScope seen = scope();
        if (isOperator()) {
            return seen;
        }
        List<Id> organizations = new ArrayList<>();
        for (Id id : seen.organizations()) {
            if (permits(action, Target.of(tx.organizations().find(id).orElseThrow()))) {
                organizations.add(id);
            }
        }
        return new AccessScope(organizations, seen.project(), seen.mode());
    }

    /** Whether the acting identity may do something, for lists that leave out what it may not. */
    public boolean permits(Action action, Target target) {
        Principal who = principal(target.organizationId());
        return Decision.of(who, action, target, liveWrites(action, target)).allowed();
    }

    /** Whether the acting identity may do what a rule is for with an organization as a whole. */
    public boolean fulfils(Rule rule, Id organizationId) {
        Target whole = new Target(organizationId, null, null, null, null);
        return Decision.of(principal(organizationId), rule, whole, LiveWrites.DEFAULT)
                .allowed();
    }

    /**
     * Refuses a recorded change by an unnamed actor, if names are required.
     *
     * @throws Failure FORBIDDEN
     */
    void requireName(Action action) {
        if (isOperator() && credentials.namesRequired() && action.isRecorded()) {
            throw new Failure(
                    Failure.Kind.FORBIDDEN,
                    "no actor is named, and ORGCTL_REQUIRE_ACTOR requires one",
                    Advice.NAME_ACTOR.of());
        }
    }

    private LiveWrites liveWrites(Action action, Target target) {
        if (!action.rule().asksLiveWrites(target.mode())) {
            return LiveWrites.DEFAULT;
        }
        return tx.organizations()
                .find(target.organizationId())
                .map(Organization::liveWrites)
                .orElse(LiveWrites.DEFAULT);
    }

    private TokenPrincipal tokenPrincipal() {
        if (tokenPrincipal == null) {
            tokenPrincipal = TokenPrincipal.of(credentials.token(), tx, now);
        }
        return tokenPrincipal;
    }
}
