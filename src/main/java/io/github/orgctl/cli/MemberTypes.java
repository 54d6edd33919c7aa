package io.github.orgctl.cli;

import io.github.orgctl.core.model.Email;
import io.github.orgctl.core.model.InvitationStatus;
import io.github.orgctl.core.model.Role;

/** The types of parameters that name people, or say what they are. */
public final class MemberTypes {
    private MemberTypes() {}

    /** The address of anybody. */
    public static Type<Email> email() {
        return Type.of("EMAIL", Email::new);
    }

    /** The address of somebody in the organization. */
    public static Type<Email> member() {
        return email().offering(Candidates.MEMBER);
    }

    public static Type<Role> role() {
        return Type.of("ROLE", Candidates.ROLE, Role::parse);
    }

    public static Type<InvitationStatus> invitationStatus() {
        return Type.of("STATUS", Candidates.INVITATION_STATUS, InvitationStatus::parse);
    }
}
