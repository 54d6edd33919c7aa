package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import java.util.List;

public final class GrantShape extends Shape<Grant> {
    public static final GrantShape GRANT = new GrantShape();

    private enum Column implements Field<Grant> {
        KIND,
        PLACE,
        ALLOWS,
        DIGEST;

        @Override
        public Object of(Grant grant) {
            return switch (this) {
                case KIND -> grant.kind().toString();
                case PLACE -> grant.place();
                case ALLOWS -> grant.allows();
                case DIGEST -> grant.digest();
            };
        }

        @Override
        public boolean inTable() {
            return this != DIGEST;
        }
    }

    private GrantShape() {
        super("grant", List.of(Column.values()));
    }

    @Override
    public String id(Grant grant) {
        return grant.place();
    }
}
