package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.model.value.Slug;
import java.util.ArrayList;
import java.util.List;

/**
 * Ways to gain a right that a decision denies. If the membership has to be activated first, the remaining steps assume
 * that it is active.
 */
public final class Suggestion {
    private final Principal who;
    private final Action action;
    private final Target target;
    private final Decision decision;
    private final Suggestion rest;

    /**
     * @param target null for an action on the store
     */
    public Suggestion(Principal who, Action action, Target target, LiveWrites liveWrites, Decision decision) {
        this.who = who;
        this.action = action;
        this.target = target;
        this.decision = decision;
        this.rest = awaitsActivation() ? rest(liveWrites) : null;
    }

    private boolean awaitsActivation() {
        return decision.ground() == Decision.Ground.INACTIVE
                || decision.ground() == Decision.Ground.ENDED_TOKEN && who.tokenStatus() == TokenStatus.SUSPENDED;
    }

    private Suggestion rest(LiveWrites liveWrites) {
        Principal then = who.activated(target == null ? null : target.organizationId());
        Decision next = Decision.of(then, action, target, liveWrites);
        return next.allowed() ? null : new Suggestion(then, action, target, liveWrites, next);
    }

    /** All reasons for the denial, as a clause. */
    public String reason() {
        return decision.reason(who) + (rest == null ? "" : ", and " + rest.reason());
    }

    /**
     * Alternative ways to gain the right, each a list of steps in order. Empty if nothing helps or nothing is needed.
     */
    public List<List<Hint>> ways() {
        return switch (decision.ground()) {
            case LOW_ROLE -> who.token() == null ? promotion() : List.of(List.of(newToken()));
            case LIMITED_BY_CREATOR -> promotion();
            case NOT_A_MEMBER ->
                List.of(List.of(Advice.INVITE_MEMBER.of(who.name(), decision.lowest(), organization())));
            case INACTIVE -> activation();
            case ENDED_TOKEN -> awaitsActivation() ? activation() : List.of(List.of(newToken()));
            case OTHER_ORGANIZATION, OUT_OF_SCOPE -> List.of(List.of(newToken()));
            case OPERATOR, ANYBODY, SUFFICIENT_ROLE, NOT_BY_TOKEN, WHOLE_STORE -> List.of();
        };
    }

    private List<List<Hint>> activation() {
        Hint first = who.status() == MemberStatus.INVITED
                ? Advice.ACCEPT_INVITATION.of()
                : Advice.ACTIVATE_MEMBER.of(person(), who.member().organization());
        if (rest == null) {
            return List.of(List.of(first));
        }
        List<List<Hint>> ways = new ArrayList<>();
        for (List<Hint> others : rest.ways()) {
            List<Hint> steps = new ArrayList<>(others);
            steps.add(0, first);
            ways.add(steps);
        }
        return ways;
    }

    /** Raises the member's role, or lowers the required role of the organization. */
    private List<List<Hint>> promotion() {
        List<Hint> promote = List.of(Advice.CHANGE_ROLE.of(person(), decision.lowest(), organization()));
        return suffices(who.role())
                ? List.of(promote, List.of(Advice.LOWER_LIVE_WRITES.of(organization(), who.role())))
                : List.of(promote);
    }

    /** Whether the role would suffice if it were the organization's required role for live environments. */
    private boolean suffices(Role role) {
        return LiveWrites.allows(role)
                && action.rule().asksLiveWrites(target.mode())
                && role.compareTo(action.rule().lowest(target.mode(), new LiveWrites(role))) >= 0;
    }

    private Hint newToken() {
        Role role = decision.lowest() == null ? who.token().role() : decision.lowest();
        return target == null || target.projectId() == null
                ? Advice.CREATE_TOKEN.of(role, organization())
                : Advice.CREATE_PROJECT_TOKEN.of(role, target.projectName());
    }

    private Slug organization() {
        return target == null ? who.token().organization() : target.organization();
    }

    private String person() {
        return who.member().email().mailbox();
    }

    /** A hint to run the access check, which explains the reason and the possible remedies. */
    static Hint question(Principal who, Action action, Target target) {
        String place =
                switch (action.level()) {
                    case STORE, ORGANIZATION -> null;
                    case PROJECT, LIVE -> target.projectId() == null ? null : target.projectName();
                    case ENVIRONMENT -> target.projectId() == null ? null : target.name();
                };
        if (who.token() == null) {
            return place == null
                    ? Advice.EXPLAIN_MEMBER_IN.of(who.name(), action, target.organization())
                    : Advice.EXPLAIN_MEMBER.of(who.name(), action, place);
        }
        return place == null
                ? Advice.EXPLAIN_TOKEN_IN.of(who.token().id(), action, target.organization())
                : Advice.EXPLAIN_TOKEN.of(who.token().id(), action, place);
    }
}
