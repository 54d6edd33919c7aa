package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;

import io.github.orgctl.core.access.IssuedInvitation;
import java.util.List;

public final class IssuedInvitationShape extends Shape<IssuedInvitation> {
    public static final IssuedInvitationShape ISSUED_INVITATION = new IssuedInvitationShape();

    private enum Column implements Field<IssuedInvitation> {
        EMAIL(ESSENTIAL),
        ROLE(ON_REQUEST),
        EXPIRES_AT(MINOR),
        TOKEN(ESSENTIAL),
        ORGANIZATION(ON_REQUEST),
        ID(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(IssuedInvitation issued) {
            return switch (this) {
                case EMAIL -> issued.invitation().email();
                case ROLE -> issued.invitation().role();
                case EXPIRES_AT -> issued.invitation().expiresAt();
                case TOKEN ->
                    issued.credential() == null ? null : issued.credential().reveal();
                case ORGANIZATION -> issued.invitation().organization();
                case ID -> issued.invitation().id();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private IssuedInvitationShape() {
        super("invitation", List.of(Column.values()));
    }

    @Override
    public Field<IssuedInvitation> once() {
        return Column.TOKEN;
    }

    @Override
    public String id(IssuedInvitation issued) {
        return issued.invitation().id().value();
    }
}
