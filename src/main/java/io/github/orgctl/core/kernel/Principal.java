package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;

/**
 * An actor in one organization, with everything that determines their rights.
 *
 * @param name name in messages
 * @param isOperator whether this is the local operator, who needs no role
 * @param member the actor's membership, or that of the token's creator; null if there is none
 * @param role the effective role, or null
 * @param token the token in use, or null
 * @param tokenStatus null without a token
 */
public record Principal(
        String name, boolean isOperator, Member member, Role role, Token token, TokenStatus tokenStatus) {
    static Principal ofOperator(String name) {
        return new Principal(name, true, null, null, null, null);
    }

    /**
     * @param member null if the person is not a member
     */
    public static Principal of(Email person, Member member) {
        Role role = member != null && member.isActive() ? member.role() : null;
        return new Principal(person.mailbox(), false, member, role, null, null);
    }

    /** Status of the membership, or null without one. */
    public MemberStatus status() {
        return member == null ? null : member.status();
    }

    /** Returns the principal as it would be with an active membership. */
    Principal activated(Id organizationId) {
        Member active = member.withStatus(MemberStatus.ACTIVE, member.updatedAt());
        return token == null
                ? of(member.email(), active)
                : new TokenPrincipal(token, active, TokenStatus.ACTIVE).principal(organizationId);
    }
}
