package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;

/** Parameter types for people, roles and statuses. */
public final class MemberTypes {
    private MemberTypes() {}

    /** Any e-mail address. */
    public static Type<Email> email() {
        return new Type<>("EMAIL") {
            @Override
            public Email parse(String text) {
                return new Email(text);
            }
        };
    }

    /** The e-mail address of a member. */
    public static Type<Email> member() {
        return email().offering(Candidates.MEMBER);
    }

    public static Type<Role> role() {
        return new Type<>("ROLE", Candidates.ROLE) {
            @Override
            public Role parse(String text) {
                return Role.parse(text);
            }
        };
    }

    public static Type<InvitationStatus> invitationStatus() {
        return new Type<>("STATUS", Candidates.INVITATION_STATUS) {
            @Override
            public InvitationStatus parse(String text) {
                return InvitationStatus.parse(text);
            }
        };
    }
}
