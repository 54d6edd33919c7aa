package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.access.TokenDetails;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenStatus;
import java.util.List;

public final class TokenShape extends Shape<TokenDetails> {
    public static final TokenShape TOKEN = new TokenShape(false);

    /** With what proves it, which is there only once. */
    public static final TokenShape NEW_TOKEN = new TokenShape(true);

    private enum Column implements Field<TokenDetails> {
        TOKEN(ESSENTIAL),
        NAME(ESSENTIAL),
        ROLE(ESSENTIAL),
        PROJECT(USEFUL),
        MODE(USEFUL),
        STATUS(ESSENTIAL),
        EXPIRES_AT(USEFUL),
        LAST_USED_AT(USEFUL),
        ENDING(MINOR),
        CREATED_BY(ON_REQUEST),
        CREATED_AT(ON_REQUEST),
        REVOKED_AT(ON_REQUEST),
        ORGANIZATION(ON_REQUEST),
        ID(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(TokenDetails details) {
            Token token = details.token();
            return switch (this) {
                case TOKEN -> details.text();
                case NAME -> token.name();
                case ROLE -> token.role();
                // A project that moved on has no name here.
                case PROJECT -> token.project() == null ? token.projectId() : token.project();
                case MODE -> token.mode();
                case STATUS -> details.status();
                case EXPIRES_AT -> token.expiresAt();
                case LAST_USED_AT -> token.lastUsedAt();
                case ENDING -> token.ending();
                case CREATED_BY -> token.createdBy();
                case CREATED_AT -> token.createdAt();
                case REVOKED_AT -> token.revokedAt();
                case ORGANIZATION -> token.organization();
                case ID -> token.id();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public Tone tone(TokenDetails details) {
            return this == STATUS && details.status() != TokenStatus.ACTIVE ? Tone.CAUTION : Tone.PLAIN;
        }
    }

    private TokenShape(boolean withText) {
        super("token", columns(withText));
    }

    private static List<Field<TokenDetails>> columns(boolean withText) {
        List<Field<TokenDetails>> columns = List.of(Column.values());
        return withText ? columns : columns.subList(1, columns.size());
    }

    @Override
    public String id(TokenDetails details) {
        return details.token().id().value();
    }

    @Override
    public Field<TokenDetails> once() {
        return fields().contains(Column.TOKEN) ? Column.TOKEN : null;
    }

    /** Names repeat among the revoked. */
    @Override
    public String reference(TokenDetails details) {
        return details.token().revokedAt() == null
                ? details.token().name().value()
                : details.token().id().value();
    }
}
