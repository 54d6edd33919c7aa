package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Slug;

/**
 * What would change a decision that refuses something. Where a membership has to be active first, the rest is what would
 * be left to do then.
 */
public final class Suggestion {
    private final Principal who;
    private final Action action;
    private final Target target;
    private final Decision decision;
    private final Suggestion rest;

    /**
     * @param target null for what is done to the store
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

    /** Everything that stands in the way, as a clause. */
    public String reason() {
        return decision.reason(who) + (rest == null ? "" : ", and " + rest.reason());
    }

    /** Commands, one a line, any of which would do; null where none would, or none has to. */
    public String commands() {
        return switch (decision.ground()) {
            case LOW_ROLE -> who.token() == null ? promotion() : newToken();
            case BOUNDED_BY_MAKER -> promotion();
            case STRANGER ->
                "orgctl member invite " + ShellWord.of(who.name()) + " --role " + decision.lowest() + " --org "
                        + organization();
            case INACTIVE -> activation();
            case ENDED_TOKEN -> awaitsActivation() ? activation() : newToken();
            case OTHER_ORGANIZATION, OUT_OF_SCOPE -> newToken();
            case OPERATOR, ANYBODY, ENOUGH, NOT_BY_TOKEN, WHOLE_STORE -> null;
        };
    }

    private String activation() {
        String first = who.status() == MemberStatus.INVITED
                ? "orgctl invite accept"
                : "orgctl member activate " + person() + " --org "
                        + who.member().organization();
        String others = rest == null ? null : rest.commands();
        if (rest != null && others == null) {
            return null;
        }
        return rest == null ? first : first + " && " + others.replace("\n", "\n" + first + " && ");
    }

    /** Raises the member whose role decides, or asks for less of everybody. */
    private String promotion() {
        String promote = "orgctl member role " + person() + " " + decision.lowest() + " --org " + organization();
        return wouldDo(who.role())
                ? promote + "\norgctl org update " + organization() + " --live-writes " + who.role()
                : promote;
    }

    /** Whether the role would be enough if it were that of the organization's liveWrites. */
    private boolean wouldDo(Role role) {
        return LiveWrites.allows(role)
                && action.rule().asksLiveWrites(target.mode())
                && role.compareTo(action.rule().lowest(target.mode(), new LiveWrites(role))) >= 0;
    }

    private String newToken() {
        String scope = target == null || target.projectId() == null
                ? " --org " + organization()
                : " --project " + target.projectName();
        Role role = decision.lowest() == null ? who.token().role() : decision.lowest();
        return "orgctl token create --name NAME --role " + role + scope;
    }

    private Slug organization() {
        return target == null ? who.token().organization() : target.organization();
    }

    private String person() {
        Member member = who.member();
        return ShellWord.of(member.email().mailbox());
    }

    /** How the same question is asked, with the answer's reason and what would help. */
    static String question(Principal who, Action action, Target target) {
        String subject = who.token() == null
                ? " --member " + ShellWord.of(who.name())
                : " --token " + who.token().id();
        String place =
                switch (action.level()) {
                    case STORE, ORGANIZATION -> null;
                    case PROJECT, LIVE -> target.projectId() == null ? null : target.projectName();
                    case ENVIRONMENT -> target.projectId() == null ? null : target.name();
                };
        return "orgctl access explain" + subject + " --can " + action
                + (place == null ? " --org " + target.organization() : " " + place);
    }
}
