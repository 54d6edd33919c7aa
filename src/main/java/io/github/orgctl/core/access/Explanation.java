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
 * Whether a member or token may perform an action, what decided it, and what would help.
 *
 * @param who a mailbox, with the token where it is done with one, or the local operator
 * @param target what it is done to, or null where it is the whole store
 * @param status of the membership, or null where there is none
 * @param role what counts, or null where nothing does
 * @param lowest the lowest role that may, or null where no role decides
 * @param reason what decided it, in a clause
 * @param suggestions ways to be allowed it, each the steps that it takes; none where nothing helps, or nothing has to
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
