package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.configuration.Secret;
import java.util.List;

public final class SecretShape extends Shape<Secret> {
    public static final SecretShape SECRET = new SecretShape();

    private enum Column implements Field<Secret> {
        KEY(ESSENTIAL),
        KIND(ESSENTIAL),
        DIGEST(MINOR),
        REFERENCE(USEFUL),
        CREATED_AT(ON_REQUEST),
        UPDATED_AT(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Secret secret) {
            return switch (this) {
                case KEY -> secret.key();
                case KIND -> kind(secret);
                case DIGEST -> secret.isReference() ? null : secret.mark().brief();
                case REFERENCE -> secret.isReference() ? secret.reference() : null;
                case CREATED_AT -> secret.createdAt();
                case UPDATED_AT -> secret.updatedAt();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    static Object kind(Secret secret) {
        return secret.template() ? "template" : secret.kind();
    }

    private SecretShape() {
        super("secret", List.of(Column.values()));
    }

    @Override
    public String id(Secret secret) {
        return secret.key().path();
    }
}
