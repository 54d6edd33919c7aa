package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.configuration.SecretVersion;
import java.util.List;

/** Versions of a secret, without their values. */
public final class SecretVersionShape extends Shape<SecretVersion> {
    public static final SecretVersionShape SECRET_VERSION = new SecretVersionShape();

    private enum Column implements Field<SecretVersion> {
        VERSION(ESSENTIAL),
        CURRENT(USEFUL),
        AT(ESSENTIAL),
        ACTOR(USEFUL),
        KIND(ON_REQUEST),
        DIGEST(ESSENTIAL),
        REFERENCE(USEFUL),
        REVISION(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(SecretVersion version) {
            boolean isReference = version.secret().isReference();
            return switch (this) {
                case VERSION -> version.number();
                case CURRENT -> version.current();
                case AT -> version.at();
                case ACTOR -> version.actor();
                case KIND -> SecretShape.kind(version.secret());
                case DIGEST -> isReference ? null : version.secret().mark().brief();
                case REFERENCE -> isReference ? version.secret().reference() : null;
                case REVISION -> version.revision();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private SecretVersionShape() {
        super("secretVersion", List.of(Column.values()));
    }

    @Override
    public String id(SecretVersion version) {
        return Long.toString(version.number());
    }
}
