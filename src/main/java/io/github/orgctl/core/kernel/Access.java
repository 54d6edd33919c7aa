package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
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
 * The acting identity of a transaction and its rights; all access checks are here. Resources that it may not see are
 * reported as not found; actions that it may not perform on visible resources fail with FORBIDDEN.
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

    /** Whether the local operator acts, who may do everything. */
    public boolean isOperator() {
        return credentials.isOperator();
    }

    /** The acting person, with or without a token; null for the local operator. */
    public Email person() {
        return credentials.token() == null
                ? credentials.person()
                : tokenPrincipal().person();
    }

    /** The token in use, or null. */
    public Token token() {
        return credentials.token() == null ? null : tokenPrincipal().token();
    }

    /** The actor as named in the audit log: the person's mailbox, or the local operator. */
    public String actor() {
        if (token() != null) {
            return token().createdBy();
        }
        return person() == null ? credentials.operator().get() : person().mailbox();
    }

    /** The actor and token as named in histories and messages. */
    public String name() {
        return token() == null ? actor() : actor() + " with the token " + token().name();
    }

    /**
     * The organizations, projects and modes that the acting identity may see.
     *
     * @throws Failure FORBIDDEN if a token is not valid
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
     * Whether the acting identity may see an organization.
     *
     * @throws Failure FORBIDDEN if a token is not valid
     */
    public boolean sees(Id organizationId) {
        return isOperator() || role(organizationId) != null;
    }

    /** Whether the acting identity may see a project and its organization. */
    public boolean sees(Project project) {
        return sees(project.organizationId()) && seesProject(project.id());
    }

    /** Whether the acting identity may see a project, given that it may see the organization. */
    public boolean seesProject(Id projectId) {
        return token() == null
                || token().projectId() == null
                || token().projectId().equals(projectId);
    }

    /**
     * The role of the acting identity in an organization.
     *
     * @return null if it has none, and for the local operator, who needs none
     */
    public Role role(Id organizationId) {
        return principal(organizationId).role();
    }

    /** The acting principal in an organization. */
    public Principal principal(Id organizationId) {
        if (isOperator()) {
            return Principal.ofOperator(name());
        }
        return token() == null
                ? principal(person(), organizationId)
                : tokenPrincipal().principal(organizationId);
    }

    /** The acting principal outside of any organization. */
    public Principal principal() {
        if (isOperator()) {
            return Principal.ofOperator(name());
        }
        return token() == null ? Principal.of(person(), null) : tokenPrincipal().principal(null);
    }

    /** The principal for a person in an organization. */
    public Principal principal(Email person, Id organizationId) {
        return Principal.of(person, tx.members().find(organizationId, person).orElse(null));
    }

    /** The principal for the current bearer of a token in an organization. */
    public Principal principal(Token token, Id organizationId) {
        return TokenPrincipal.of(token, tx, now).principal(organizationId);
    }

    /**
     * Requires the right to perform an action.
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
     * Requires that the acting member's role in the organization is at least as high as a role that is to be assigned
     * or changed.
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
     * Requires the right to perform an action on the store itself.
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

    /**
     * The visible part of the organizations in which the acting identity may perform an action on the whole
     * organization.
     */
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

    /** Whether the acting identity may perform an action; used by lists to omit entries. */
    public boolean permits(Action action, Target target) {
        Principal who = principal(target.organizationId());
        return Decision.of(who, action, target, liveWrites(action, target)).allowed();
    }

    /**
     * Whether the acting identity may do something now, which nobody may unnamed where names are required.
     *
     * @param target null for the store
     */
    public boolean may(Action action, Target target) {
        if (isOperator()) {
            return !credentials.namesRequired() || !action.isRecorded();
        }
        return target == null ? Decision.of(principal(), action, null, null).allowed() : permits(action, target);
    }

    /** Whether the acting identity satisfies a rule for an organization as a whole. */
    public boolean fulfils(Rule rule, Id organizationId) {
        Target whole = new Target(organizationId, null, null, null, null);
        return Decision.of(principal(organizationId), rule, whole, LiveWrites.DEFAULT)
                .allowed();
    }

    /**
     * Requires a named actor for a recorded change, if the settings demand one.
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
