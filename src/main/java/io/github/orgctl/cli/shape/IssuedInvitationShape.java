package io.github.orgctl.cli.shape;

import io.github.orgctl.core.access.IssuedInvitation;
import java.util.List;

public final class IssuedInvitationShape extends Shape<IssuedInvitation> {
    public static final IssuedInvitationShape ISSUED_INVITATION = new IssuedInvitationShape();

    private enum Column implements Field<IssuedInvitation> {
        EMAIL,
        ROLE,
        EXPIRES_AT,
        TOKEN,
        ORGANIZATION,
        ID;

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
        public boolean inTable() {
            return this == EMAIL || this == EXPIRES_AT || this == TOKEN;
        }
    }

    private IssuedInvitationShape() {
        super("invitation", List.of(Column.values()));
    }

    /** A token that is cut is good for nothing. */
    @Override
    public boolean mayBeCut() {
        return false;
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
