package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;

/**
 * An actor in one organization: what decides what they may do there.
 *
 * @param name how messages name them
 * @param isOperator whether it is the local operator, who needs no role
 * @param member their membership, or that of the one who made their token; null where there is none
 * @param role what counts, or null where nothing does
 * @param token what it is done with, or null
 * @param tokenStatus null where there is no token
 */
public record Principal(
        String name, boolean isOperator, Member member, Role role, Token token, TokenStatus tokenStatus) {
    static Principal ofOperator(String name) {
        return new Principal(name, true, null, null, null, null);
    }

    /**
     * @param member null where the person is none
     */
    public static Principal of(Email person, Member member) {
        Role role = member != null && member.isActive() ? member.role() : null;
        return new Principal(person.mailbox(), false, member, role, null, null);
    }

    /** The status of the membership, or null where there is none. */
    public MemberStatus status() {
        return member == null ? null : member.status();
    }

    /** The same if the membership were active. */
    Principal activated(Id organizationId) {
        Member active = member.withStatus(MemberStatus.ACTIVE, member.updatedAt());
        return token == null
                ? of(member.email(), active)
                : new TokenPrincipal(token, active, TokenStatus.ACTIVE).principal(organizationId);
    }
}
