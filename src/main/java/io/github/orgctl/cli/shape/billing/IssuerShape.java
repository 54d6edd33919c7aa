package io.github.orgctl.cli.shape.billing;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.billing.Issuer;
import java.util.List;

public final class IssuerShape extends Shape<Issuer> {
    public static final IssuerShape ISSUER = new IssuerShape();

    private enum Column implements Field<Issuer> {
        NAME(ESSENTIAL),
        ADDRESS(USEFUL),
        TAX_ID(USEFUL),
        EMAIL(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Issuer issuer) {
            return switch (this) {
                case NAME -> issuer.name();
                case ADDRESS -> issuer.address();
                case TAX_ID -> issuer.taxId();
                case EMAIL -> issuer.email();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private IssuerShape() {
        super("issuer", List.of(Column.values()));
    }

    @Override
    public String id(Issuer issuer) {
        return issuer.name().value();
    }
}
