package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.configuration.Violation;
import java.util.List;

public final class ViolationShape extends Shape<Violation> {
    public static final ViolationShape VIOLATION = new ViolationShape();

    private enum Column implements Field<Violation> {
        MODE(USEFUL),
        KEY(ESSENTIAL),
        RULE(MINOR),
        MESSAGE(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Violation violation) {
            return switch (this) {
                case MODE -> violation.mode();
                case KEY -> violation.key().isEmpty() ? null : violation.key();
                case RULE -> violation.rule();
                case MESSAGE -> violation.message();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public boolean wraps() {
            return this == MESSAGE;
        }
    }

    private ViolationShape() {
        super("violation", List.of(Column.values()));
    }

    @Override
    public String id(Violation violation) {
        return violation.key();
    }
}
