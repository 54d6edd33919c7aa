package io.github.orgctl.core;

import io.github.orgctl.core.model.Action;
import io.github.orgctl.core.model.LiveWrites;
import io.github.orgctl.core.model.MemberStatus;
import io.github.orgctl.core.model.Role;
import io.github.orgctl.core.model.Rule;
import io.github.orgctl.core.model.Target;

/**
 * Whether somebody may do something, what decided it, and what would help.
 *
 * @param who a mailbox, with the token where it is done with one, or the local operator
 * @param target what it is done to, or null where it is the whole store
 * @param status of the membership, or null where there is none
 * @param role what counts, or null where nothing does
 * @param lowest the lowest role that may, or null where no role decides
 * @param reason what decided it, in a clause
 * @param remedy commands that would allow it, one a line; null where nothing would, or nothing has to
 */
public record Explanation(
        boolean allowed,
        String who,
        Action action,
        String target,
        MemberStatus status,
        Role role,
        Rule rule,
        Role lowest,
        String reason,
        String remedy) {
    static Explanation of(Standing who, Action action, Target target, Decision decision) {
        return new Explanation(
                decision.allowed(),
                who.name(),
                action,
                target == null ? null : target.name(),
                who.status(),
                who.role(),
                action.rule(),
                decision.lowest(),
                decision.reason(who),
                decision.allowed() ? null : remedy(who, action, target, decision));
    }

    private static String remedy(Standing who, Action action, Target target, Decision decision) {
        return switch (decision.ground()) {
            case LOW_ROLE -> higherRole(who, action, target, decision.lowest());
            case STRANGER ->
                "orgctl member invite " + who.name() + " --role " + decision.lowest() + " --org "
                        + target.organization();
            case INACTIVE ->
                who.status() == MemberStatus.INVITED
                        ? "orgctl invite accept"
                        : "orgctl member activate " + who.name() + " --org " + target.organization();
            case ENDED_TOKEN, OTHER_ORGANIZATION, OUT_OF_SCOPE -> newToken(target, decision.lowest());
            case OPERATOR, ANYBODY, ENOUGH, NOT_BY_TOKEN, WHOLE_STORE -> null;
        };
    }

    private static String higherRole(Standing who, Action action, Target target, Role lowest) {
        if (who.token() != null) {
            return newToken(target, lowest);
        }
        String promote = "orgctl member role " + who.name() + " " + lowest + " --org " + target.organization();
        return wouldDo(who.role(), action.rule(), target)
                ? promote + "\norgctl org update " + target.organization() + " --live-writes " + who.role()
                : promote;
    }

    /** Whether the role would be enough if it were that of the organization's liveWrites. */
    private static boolean wouldDo(Role role, Rule rule, Target target) {
        return LiveWrites.allows(role)
                && rule.asksLiveWrites(target.mode())
                && role.compareTo(rule.lowest(target.mode(), new LiveWrites(role))) >= 0;
    }

    private static String newToken(Target target, Role lowest) {
        int colon = target.name().indexOf(':');
        String scope = target.projectId() == null
                ? " --org " + target.organization()
                : " --project " + (colon < 0 ? target.name() : target.name().substring(0, colon));
        return "orgctl token create --name NAME --role " + lowest + scope;
    }

    /** The target as the arguments of {@code access explain} have it, behind a space. */
    static String place(Target target) {
        return target.projectId() == null ? " --org " + target.organization() : " " + target.name();
    }
}
