package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import java.util.List;

public final class InvitationShape extends Shape<Invitation> {
    public static final InvitationShape INVITATION = new InvitationShape();

    private enum Column implements Field<Invitation> {
        EMAIL,
        ROLE,
        STATUS,
        ORGANIZATION,
        EXPIRES_AT,
        INVITED_BY,
        CREATED_AT,
        ENDED_AT,
        ID;

        @Override
        public Object of(Invitation invitation) {
            return switch (this) {
                case EMAIL -> invitation.email();
                case ROLE -> invitation.role();
                case STATUS -> invitation.status();
                case ORGANIZATION -> invitation.organization();
                case EXPIRES_AT -> invitation.expiresAt();
                case INVITED_BY -> invitation.invitedBy();
                case CREATED_AT -> invitation.createdAt();
                case ENDED_AT -> invitation.endedAt();
                case ID -> invitation.id();
            };
        }

        @Override
        public boolean inTable() {
            return this == EMAIL || this == ROLE || this == STATUS || this == EXPIRES_AT;
        }

        @Override
        public Tone tone(Invitation invitation) {
            return invitation.status() == InvitationStatus.PENDING ? Tone.PLAIN : Tone.FAINT;
        }
    }

    private InvitationShape() {
        super("invitation", List.of(Column.values()));
    }

    @Override
    public String id(Invitation invitation) {
        return invitation.id().value();
    }
}
