package io.github.orgctl.cli;

import io.github.orgctl.core.model.Email;
import io.github.orgctl.core.model.InvitationStatus;
import io.github.orgctl.core.model.Role;

/** The types of parameters that name people, or say what they are. */
public final class MemberTypes {
    private MemberTypes() {}

    /** The address of anybody. */
    public static final class EmailType extends Type<Email> {
        private final Candidates candidates;

        public EmailType() {
            this(Candidates.NONE);
        }

        /**
         * @param candidates whose addresses completion offers
         */
        public EmailType(Candidates candidates) {
            this.candidates = candidates;
        }

        @Override
        public String label() {
            return "EMAIL";
        }

        @Override
        public Candidates candidates() {
            return candidates;
        }

        @Override
        public Email parse(String text) {
            return new Email(text);
        }
    }

    public static final class RoleType extends Type<Role> {
        @Override
        public String label() {
            return "ROLE";
        }

        @Override
        public Candidates candidates() {
            return Candidates.ROLE;
        }

        @Override
        public Role parse(String text) {
            return Role.parse(text);
        }
    }

    public static final class InvitationStatusType extends Type<InvitationStatus> {
        @Override
        public String label() {
            return "STATUS";
        }

        @Override
        public Candidates candidates() {
            return Candidates.INVITATION_STATUS;
        }

        @Override
        public InvitationStatus parse(String text) {
            return InvitationStatus.parse(text);
        }
    }
}
