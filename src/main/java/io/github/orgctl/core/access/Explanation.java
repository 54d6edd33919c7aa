package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.Decision;
import io.github.orgctl.core.kernel.Principal;
import io.github.orgctl.core.kernel.Suggestion;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Hint;
import java.util.List;

/**
 * Whether a member or token may perform an action, why, and how to gain the right.
 *
 * @param who a mailbox, with the token if one is used, or the local operator
 * @param target target of the action, or null for the whole store
 * @param status status of the membership, or null without one
 * @param role the effective role, or null
 * @param lowest the minimum role, or null if no role suffices
 * @param reason the reason as a clause
 * @param suggestions alternative ways to gain the right, each a list of steps; empty if nothing helps or nothing is
 *     needed
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
        List<List<Hint>> suggestions) {
    public static Explanation of(Principal who, Action action, Target target, LiveWrites liveWrites) {
        Decision decision = Decision.of(who, action, target, liveWrites);
        Suggestion suggestion = new Suggestion(who, action, target, liveWrites, decision);
        return new Explanation(
                decision.allowed(),
                who.name(),
                action,
                target == null ? null : target.name(),
                who.status(),
                who.role(),
                action.rule(),
                decision.lowest(),
                suggestion.reason(),
                suggestion.ways());
    }
}
