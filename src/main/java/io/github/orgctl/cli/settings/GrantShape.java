package io.github.orgctl.cli.settings;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import java.util.List;

public final class GrantShape extends Shape<Grant> {
    public static final GrantShape GRANT = new GrantShape();

    private enum Column implements Field<Grant> {
        KIND(ESSENTIAL),
        PLACE(ESSENTIAL),
        ALLOWS(ESSENTIAL),
        DIGEST(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

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
        public Importance importance() {
            return importance;
        }

        @Override
        public boolean wraps() {
            return this == ALLOWS;
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
