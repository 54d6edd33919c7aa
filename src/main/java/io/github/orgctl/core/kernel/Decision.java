package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Role;
import java.util.Set;

/**
 * Decides whether a principal may perform an action, and for which reason. A pure function: enforcement, access checks
 * and explanations all use it.
 *
 * @param lowest the minimum role, or null if the decision does not depend on a role
 */
public record Decision(Ground ground, Role lowest) {
    /** The reason for a decision. */
    enum Ground {
        OPERATOR(true),
        ANYBODY(true),
        SUFFICIENT_ROLE(true),
        LOW_ROLE(false),
        LIMITED_BY_CREATOR(false),
        NOT_A_MEMBER(false),
        INACTIVE(false),
        ENDED_TOKEN(false),
        OTHER_ORGANIZATION(false),
        OUT_OF_SCOPE(false),
        NOT_BY_TOKEN(false),
        WHOLE_STORE(false);

        private final boolean allows;

        Ground(boolean allows) {
            this.allows = allows;
        }
    }

    /**
     * Actions that a token may perform on an organization although its scope is narrower: reads about its surroundings
     * and costs.
     */
    private static final Set<Action> CONTEXT_READS = Set.of(
            Action.ORG_LIST,
            Action.ORG_SHOW,
            Action.PROJECT_LIST,
            Action.PROJECT_SHOW,
            Action.ENV_LIST,
            Action.SCHEMA_SHOW,
            Action.SEARCH,
            Action.ACCESS_LIST,
            Action.ACCESS_CHECK,
            Action.ACCESS_EXPLAIN,
            Action.BILLING_PLAN_LIST,
            Action.BILLING_PLAN_SHOW);

    /**
     * @param target null for an action on the store
     */
    public static Decision of(Principal who, Action action, Target target, LiveWrites liveWrites) {
        if (who.isOperator()) {
            return new Decision(Ground.OPERATOR, null);
        }
        if (target == null) {
            return ofStore(who, action);
        }
        if (who.role() != null && who.token() != null) {
            if (action.isForPeople()) {
                return new Decision(Ground.NOT_BY_TOKEN, action.rule().lowest(target.mode(), liveWrites));
            }
            if (CONTEXT_READS.contains(action) && sharesProject(who.token(), target)) {
                return byRole(who, action.rule(), target, liveWrites);
            }
        }
        return of(who, action.rule(), target, liveWrites);
    }

    private static Decision ofStore(Principal who, Action action) {
        if (action.rule() != Rule.ANYBODY) {
            return new Decision(Ground.WHOLE_STORE, null);
        }
        if (who.token() == null) {
            return new Decision(Ground.ANYBODY, null);
        }
        if (who.tokenStatus() != TokenStatus.ACTIVE) {
            return new Decision(Ground.ENDED_TOKEN, null);
        }
        return new Decision(action.isForPeople() ? Ground.NOT_BY_TOKEN : Ground.ANYBODY, null);
    }

    /** Decides the same for a rule, which covers several actions. */
    public static Decision of(Principal who, Rule rule, Target target, LiveWrites liveWrites) {
        if (who.isOperator()) {
            return new Decision(Ground.OPERATOR, null);
        }
        boolean outside = who.role() != null && who.token() != null && !covers(who.token(), target);
        return outside
                ? new Decision(Ground.OUT_OF_SCOPE, rule.lowest(target.mode(), liveWrites))
                : byRole(who, rule, target, liveWrites);
    }

    private static Decision byRole(Principal who, Rule rule, Target target, LiveWrites liveWrites) {
        Role lowest = rule.lowest(target.mode(), liveWrites);
        if (lowest == null) {
            return new Decision(Ground.WHOLE_STORE, null);
        }
        if (who.role() == null) {
            return new Decision(withoutRole(who, target), lowest);
        }
        if (who.role().compareTo(lowest) >= 0) {
            return new Decision(Ground.SUFFICIENT_ROLE, lowest);
        }
        boolean tokenWould = who.token() != null && who.token().role().compareTo(lowest) >= 0;
        return new Decision(tokenWould ? Ground.LIMITED_BY_CREATOR : Ground.LOW_ROLE, lowest);
    }

    private static Ground withoutRole(Principal who, Target target) {
        if (who.token() != null && who.tokenStatus() != TokenStatus.ACTIVE) {
            return Ground.ENDED_TOKEN;
        }
        if (who.token() != null && !who.token().organizationId().equals(target.organizationId())) {
            return Ground.OTHER_ORGANIZATION;
        }
        return who.status() == null || who.status() == MemberStatus.ACTIVE ? Ground.NOT_A_MEMBER : Ground.INACTIVE;
    }

    /**
     * Whether a target is within the token's scope. A token for one project or mode does not cover a target that
     * includes others.
     */
    private static boolean covers(Token token, Target target) {
        boolean project = token.projectId() == null || token.projectId().equals(target.projectId());
        return project && (token.mode() == null || token.mode() == target.mode());
    }

    private static boolean sharesProject(Token token, Target target) {
        return token.projectId() == null
                || target.projectId() == null
                || token.projectId().equals(target.projectId());
    }

    public boolean allowed() {
        return ground.allows;
    }

    /** The reason as a clause that follows a colon. */
    String reason(Principal who) {
        return switch (ground) {
            case OPERATOR -> "the local operator may do everything";
            case ANYBODY -> "everybody is allowed";
            case SUFFICIENT_ROLE ->
                "the role " + who.role() + " is sufficient"
                        + (who.role() == lowest ? "" : " (required: " + lowest + ")");
            case LOW_ROLE ->
                "the role " + lowest + " is required, not "
                        + (who.token() == null ? who.role() : who.token().role());
            case LIMITED_BY_CREATOR ->
                "the role " + lowest + " is required, which the token has, but its creator " + creator(who) + " is "
                        + who.role();
            case NOT_A_MEMBER -> "only members are allowed";
            case INACTIVE ->
                who.status() == MemberStatus.INVITED
                        ? "the invitation has not been accepted yet"
                        : "the membership is " + who.status();
            case ENDED_TOKEN ->
                "the token is " + who.tokenStatus()
                        + (who.tokenStatus() == TokenStatus.SUSPENDED ? ", as is its creator " + creator(who) : "");
            case OTHER_ORGANIZATION ->
                "the token is for the organization " + who.token().organization();
            case OUT_OF_SCOPE -> "the token is restricted to " + scope(who.token());
            case NOT_BY_TOKEN -> "tokens are not allowed";
            case WHOLE_STORE -> "only the local operator is allowed";
        };
    }

    private static String creator(Principal who) {
        return who.member().email().mailbox();
    }

    private static String scope(Token token) {
        if (token.projectId() == null) {
            return token.mode().toString();
        }
        return "the project " + (token.project() == null ? token.projectId() : token.project())
                + (token.mode() == null ? "" : " in " + token.mode());
    }
}
