package io.github.orgctl.core;

import io.github.orgctl.core.model.Email;
import io.github.orgctl.core.model.Member;
import io.github.orgctl.core.model.MemberStatus;
import io.github.orgctl.core.model.Role;
import io.github.orgctl.core.model.Token;
import io.github.orgctl.core.model.TokenStatus;

/**
 * Who somebody is in one organization, as far as it decides what they may do there.
 *
 * @param name how messages name them
 * @param isOperator whether it is the local operator, who needs no role
 * @param status of their membership, or null where they have none
 * @param role what counts, or null where nothing does
 * @param token what it is done with, or null
 * @param tokenStatus null where there is no token
 */
record Standing(String name, boolean isOperator, MemberStatus status, Role role, Token token, TokenStatus tokenStatus) {
    static Standing ofOperator(String name) {
        return new Standing(name, true, null, null, null, null);
    }

    /**
     * @param member null where the person is none
     */
    static Standing of(Email person, Member member) {
        if (member == null) {
            return new Standing(person.mailbox(), false, null, null, null, null);
        }
        Role role = member.isActive() ? member.role() : null;
        return new Standing(person.mailbox(), false, member.status(), role, null, null);
    }
}
