package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import java.util.List;

public final class InvitationShape extends Shape<Invitation> {
    public static final InvitationShape INVITATION = new InvitationShape();

    private enum Column implements Field<Invitation> {
        EMAIL(ESSENTIAL),
        ROLE(USEFUL),
        STATUS(ESSENTIAL),
        ORGANIZATION(ON_REQUEST),
        EXPIRES_AT(USEFUL),
        INVITED_BY(ON_REQUEST),
        CREATED_AT(ON_REQUEST),
        ENDED_AT(ON_REQUEST),
        ID(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

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
        public Importance importance() {
            return importance;
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
