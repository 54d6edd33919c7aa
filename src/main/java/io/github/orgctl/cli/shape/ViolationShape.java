package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.configuration.Violation;
import java.util.List;

public final class ViolationShape extends Shape<Violation> {
    public static final ViolationShape VIOLATION = new ViolationShape();

    private enum Column implements Field<Violation> {
        MODE,
        KEY,
        RULE,
        MESSAGE;

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
        public boolean inTable() {
            return true;
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
