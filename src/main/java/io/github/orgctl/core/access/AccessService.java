package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Principal;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Level;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What can be asked about access. Everybody may ask about themselves; who asks about others has to be one who may look at
 * the members, or the tokens, of that organization.
 */
public final class AccessService {
    private final Tx tx;
    private final Resolver resolver;
    private final Access access;
    private final TokenService tokens;

    public AccessService(UnitOfWork work, TokenService tokens) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.tokens = tokens;
    }

    /**
     * What the subject may do: in one project, or everywhere; or what the members of a project may do, where it is named
     * and no subject is.
     *
     * @param where the project, or null for everything that the acting identity sees, or the one organization that the
     *     command itself names: an organization after the other, each with its projects
     * @param page behind {@code ORG} or {@code ORG/PROJECT}, or behind a member's address
     * @throws Failure NOT_FOUND when the list has nothing that is called as the page begins; USAGE when what can't be
     *     sorted is to be
     */
    public Listing<Rights> list(Subject subject, ProjectReference where, Page<String> page) {
        if (where != null && subject.isActing()) {
            return ofMembers(where, page);
        }
        if (page.sort() != null) {
            throw Failure.usage(
                    "permissions can't be sorted: they are listed by organization and project",
                    Advice.LEAVE_OUT_SORT.of());
        }
        return where == null ? everywhere(subject, page) : inProject(subject, where, page.after());
    }

    private Listing<Rights> everywhere(Subject subject, Page<String> page) {
        AccessScope asked = resolver.asked(Action.ACCESS_LIST);
        Token token = token(subject);
        AccessScope scope = subject.isActing() ? asked : token == null ? of(subject.member(), asked) : of(token, asked);
        Function<Id, Principal> principals = id -> principal(subject, token, id);
        if (page.after() == null) {
            return new RightsEverywhere(tx, scope, principals, page.limit(), null, null);
        }
        Project after = page.after().indexOf('/') < 0
                ? null
                : resolver.project(ProjectReference.parse(page.after()), Action.ACCESS_LIST);
        Organization organization = after == null
                ? resolver.organization(OrganizationReference.parse(page.after()), Action.ACCESS_LIST)
                : organization(after.organizationId());
        boolean listed = after == null ? scope.covers(organization.id()) : scope.covers(after);
        if (!listed) {
            throw notListed(page.after());
        }
        return new RightsEverywhere(tx, scope, principals, page.limit(), organization, after);
    }

    private static Failure notListed(String after) {
        return new Failure(Failure.Kind.NOT_FOUND, "'" + after + "' is not in this list", Advice.LEAVE_OUT_AFTER.of());
    }

    private AccessScope of(Email member, AccessScope asked) {
        List<Id> organizations = new ArrayList<>();
        for (Member membership : tx.members().memberships(member)) {
            if (asked.covers(membership.organizationId())) {
                organizations.add(membership.organizationId());
                requireSight(membership.organizationId());
            }
        }
        return new AccessScope(organizations, asked.project(), asked.mode());
    }

    private static AccessScope of(Token token, AccessScope asked) {
        List<Id> organizations = asked.covers(token.organizationId()) ? List.of(token.organizationId()) : List.of();
        return new AccessScope(organizations, token.projectId(), token.mode());
    }

    /** What the subject may do in one project: a list of one row. */
    private Listing<Rights> inProject(Subject subject, ProjectReference reference, String after) {
        Project project = resolver.project(reference, Action.ACCESS_LIST);
        Organization organization = organization(project.organizationId());
        Rights rights = Rights.of(principal(subject, organization), organization, project);
        if (after == null) {
            return action -> {
                action.accept(rights);
                return false;
            };
        }
        if (!after.equals(organization.slug() + "/" + project.slug())) {
            throw notListed(after);
        }
        return action -> false;
    }

    /** What the members of a project's organization may do in it, by their addresses or in the page's order. */
    private Listing<Rights> ofMembers(ProjectReference reference, Page<String> page) {
        Project project = resolver.project(reference, Action.ACCESS_LIST);
        Organization organization = organization(project.organizationId());
        access.require(Action.MEMBER_LIST, Target.of(organization));
        Member after = page.after() == null ? null : resolver.member(organization, new Email(page.after()));
        Listing<Member> members =
                tx.members().list(organization.id(), new Page<>(page.limit(), after, byEmail(page.sort())));
        return action -> members.forEach(
                member -> action.accept(Rights.of(Principal.of(member.email(), member), organization, project)));
    }

    /** Members are kept by their e-mail addresses, and shown as members here. */
    private static Sort byEmail(Sort sort) {
        return sort != null && sort.field().equals("member") ? new Sort("email", sort.descending()) : sort;
    }

    /**
     * Whether the subject may do something, and why.
     *
     * @param where the project or environment it would be done to; null for the current organization, or for the current
     *     environment where the action is for one
     * @param asking what the question itself is
     * @throws Failure USAGE when a place is named that is only a part of what the action is done to
     */
    public Explanation explain(Subject subject, Action action, EnvironmentReference where, Action asking) {
        refuseTooPrecise(action, where);
        if (action.level() == Level.STORE) {
            return explainForStore(subject, action);
        }
        Target target = target(action, where, asking);
        Organization organization = organization(target.organizationId());
        Principal who = principal(subject, organization);
        return Explanation.of(who, action, target, organization.liveWrites());
    }

    private void refuseTooPrecise(Action action, EnvironmentReference where) {
        if (where == null) {
            return;
        }
        Level named = resolver.isWholeProject(where) ? Level.PROJECT : Level.ENVIRONMENT;
        if (named.isBelow(action.level())) {
            throw Failure.usage(
                    "'" + action + "' is performed on " + action.level() + ", not on " + named, placeOf(action));
        }
    }

    private static Hint placeOf(Action action) {
        return switch (action.level()) {
            case PROJECT -> Hint.words("name the project without a mode");
            case STORE -> Hint.words("leave out the project and the mode");
            default -> Advice.NAME_ONLY_ORGANIZATION.of();
        };
    }

    private Explanation explainForStore(Subject subject, Action action) {
        Principal who = subject.isActing()
                ? access.principal()
                : subject.token() == null
                        ? Principal.of(subject.member(), null)
                        : access.principal(token(subject), null);
        return Explanation.of(who, action, null, LiveWrites.DEFAULT);
    }

    private Target target(Action action, EnvironmentReference where, Action asking) {
        if (action.level() == Level.LIVE) {
            EnvironmentReference live = where == null ? EnvironmentReference.current() : where;
            return Target.of(resolver.environment(live.withMode(Mode.LIVE), asking));
        }
        if (action.rule() == Rule.ENVIRONMENT) {
            return Target.of(resolver.environment(where == null ? EnvironmentReference.current() : where, asking));
        }
        if (where == null) {
            return Target.of(resolver.organization(null, asking));
        }
        return resolver.isWholeProject(where)
                ? Target.of(resolver.projectOf(where, asking))
                : Target.of(resolver.environment(where, asking));
    }

    private Principal principal(Subject subject, Organization organization) {
        if (subject.member() != null) {
            requireSight(organization.id());
        }
        return principal(subject, token(subject), organization.id());
    }

    private Principal principal(Subject subject, Token token, Id organizationId) {
        if (subject.isActing()) {
            return access.principal(organizationId);
        }
        return token == null
                ? access.principal(subject.member(), organizationId)
                : access.principal(token, organizationId);
    }

    /** The token that is asked about, or null where it is none; who acts with it needs no right to look at it. */
    private Token token(Subject subject) {
        if (subject.token() == null) {
            return null;
        }
        Token own = access.token();
        return own != null && subject.token().names(own) ? own : tokens.find(subject.token(), Action.TOKEN_LIST);
    }

    /** Somebody may look at oneself, and at others where the members may be looked at. */
    private void requireSight(Id organizationId) {
        access.require(Action.MEMBER_SHOW, Target.of(organization(organizationId)));
    }

    private Organization organization(Id id) {
        return tx.organizations().find(id).orElseThrow();
    }
}
