package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.configuration.Secret;
import java.util.List;

public final class SecretShape extends Shape<Secret> {
    public static final SecretShape SECRET = new SecretShape();

    private enum Column implements Field<Secret> {
        KEY,
        KIND,
        DIGEST,
        REFERENCE,
        CREATED_AT,
        UPDATED_AT;

        @Override
        public Object of(Secret secret) {
            return switch (this) {
                case KEY -> secret.key();
                case KIND -> secret.kind();
                case DIGEST -> secret.isReference() ? null : secret.mark().brief();
                case REFERENCE -> secret.isReference() ? secret.reference() : null;
                case CREATED_AT -> secret.createdAt();
                case UPDATED_AT -> secret.updatedAt();
            };
        }

        @Override
        public boolean inTable() {
            return this != CREATED_AT;
        }
    }

    private SecretShape() {
        super("secret", List.of(Column.values()));
    }

    @Override
    public String id(Secret secret) {
        return secret.key().path();
    }
}
