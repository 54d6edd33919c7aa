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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers questions about access rights. Everyone may ask about themselves; asking about others requires the right to
 * list the organization's members or tokens.
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
     * Lists the subject's rights: in one project, or everywhere; or, if a project and no subject is named, the rights
     * of all members in it.
     *
     * @param where the project; null for everything visible, or for the organization that the command names: each
     *     organization followed by its projects
     * @param page starts after {@code ORG}, {@code ORG/PROJECT}, or a member's address
     * @throws Failure NOT_FOUND if the list has no entry to start after; USAGE if the list can't be sorted as requested
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

    /** The subject's rights in one project, as a list of one row. */
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

    /** The rights of all members in a project, by address or in the page's order. */
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

    /** Translates the sort field: members are stored by e-mail address and shown as {@code member} here. */
    private static Sort byEmail(Sort sort) {
        return sort != null && sort.field().equals("member") ? new Sort("email", sort.descending()) : sort;
    }

    /**
     * Explains whether the subject may perform an action.
     *
     * @param where project or environment of the action; null for the current organization or, for actions on
     *     environments, the current environment
     * @param asking the action of asking itself
     * @throws Failure USAGE if the named resource is narrower than what the action applies to
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

    /**
     * Actions that the acting identity may perform on the store as a whole, or on an organization.
     *
     * @param reference null for the store
     */
    public Set<Action> permitted(OrganizationReference reference) {
        Target target = reference == null ? null : Target.of(resolver.organization(reference, Action.ACCESS_EXPLAIN));
        Set<Action> permitted = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (access.may(action, action.level() == Level.STORE ? null : target)) {
                permitted.add(action);
            }
        }
        return permitted;
    }

    /** Actions that the acting identity may perform on an environment, its project, and that project's live environment. */
    public Set<Action> permitted(ProjectReference reference, Mode mode) {
        Project project = resolver.project(reference, Action.ACCESS_EXPLAIN);
        Set<Action> permitted = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            Target target =
                    switch (action.level()) {
                        case STORE -> null;
                        case ORGANIZATION -> Target.of(organization(project.organizationId()));
                        case PROJECT -> Target.of(project);
                        case ENVIRONMENT -> Target.of(project, mode);
                        case LIVE -> Target.of(project, Mode.LIVE);
                    };
            if (access.may(action, target)) {
                permitted.add(action);
            }
        }
        return permitted;
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

    /** The token in question, or null. A token needs no right to ask about itself. */
    private Token token(Subject subject) {
        if (subject.token() == null) {
            return null;
        }
        Token own = access.token();
        return own != null && subject.token().names(own) ? own : tokens.find(subject.token(), Action.TOKEN_LIST);
    }

    /** Requires the right to see the subject: oneself, or others with the right to list members. */
    private void requireSight(Id organizationId) {
        access.require(Action.MEMBER_SHOW, Target.of(organization(organizationId)));
    }

    private Organization organization(Id id) {
        return tx.organizations().find(id).orElseThrow();
    }
}
